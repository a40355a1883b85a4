import { icons } from '@parley/example-parts/icons';
import { useState } from 'react';
import { TextField, textOf } from '../shared/field.js';
import { Problem, useAction } from '../shared/problem.js';

const words = ['Very bad', 'Bad', 'All right', 'Good', 'Very good'];

interface RatingProps {
  /** Whether the site wants to know. */
  readonly isAsked: boolean;
  /** What was given before; null when nothing was. */
  readonly given: number | null;
  readonly onRate: (score: number, comment: string) => Promise<unknown>;
  readonly onAgain: () => void;
}

/** After the end: how was it? Once. */
export function Rating({ isAsked, given, onRate, onAgain }: RatingProps) {
  const [score, setScore] = useState<number | null>(null);
  const { run, problem, isRunning } = useAction();
  const shown = given ?? score ?? 0;
  return (
    <section className="after" aria-label="After the chat">
      {given === null && isAsked ? (
        <form
          className="form"
          action={async (form) => {
            if (score !== null) await run(() => onRate(score, textOf(form, 'comment')));
          }}
        >
          <fieldset>
            <legend>How was it?</legend>
            <div className="stars">
              {words.map((word, index) => (
                <label key={word} data-lit={shown > index} title={word}>
                  <input className="visually-hidden" type="radio" name="score" value={index + 1} aria-label={word} checked={score === index + 1} onChange={() => setScore(index + 1)} />
                  {icons.star}
                </label>
              ))}
            </div>
          </fieldset>
          {score === null ? null : (
            <>
              <TextField label="Anything to add?" name="comment" />
              <button className="primary" disabled={isRunning}>
                Send rating
              </button>
            </>
          )}
          <Problem text={problem} />
        </form>
      ) : null}
      {given === null ? null : <p role="status">Thank you for your rating: {words[given - 1]?.toLowerCase()}.</p>}
      <button onClick={onAgain}>Ask something else</button>
    </section>
  );
}
