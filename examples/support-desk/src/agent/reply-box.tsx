import { icons } from '@parley/example-parts/icons';
import { useConversation } from '@parley/react';
import { useState } from 'react';
import { Problem, problemOf } from '../shared/problem.js';
import { NoteField } from './note-field.js';
import { ReplyField } from './reply-field.js';

type Mode = 'reply' | 'note';

/** Where an agent writes: to the customer, or a note that only staff see. */
export function ReplyBox({ conversationId }: { readonly conversationId: string }) {
  const canSend = useConversation({ select: ({ canSend }) => canSend });
  const [mode, setMode] = useState<Mode>('reply');
  const [text, setText] = useState('');
  const [isLookingUp, setIsLookingUp] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const change = (next: string) => {
    setProblem(null);
    setText(next);
  };
  const field = { conversationId, text, setText: change, onProblem: (error: unknown) => setProblem(problemOf(error)) };
  const isReply = mode === 'reply';
  return (
    <div className="reply-box" data-mode={mode}>
      <div className="reply-modes" role="group" aria-label="What to write">
        {(['reply', 'note'] as const).map((each) => (
          <button key={each} aria-pressed={mode === each} onClick={() => setMode(each)}>
            {each === 'reply' ? 'Reply' : 'Note'}
          </button>
        ))}
        {isReply && canSend ? (
          <>
            <button className="icon" aria-label="Templates" aria-pressed={text.startsWith('/')} onClick={() => change(text.startsWith('/') ? '' : '/')}>
              {icons.quick}
            </button>
            <button className="icon" aria-label="Knowledge" aria-expanded={isLookingUp} onClick={() => setIsLookingUp(!isLookingUp)}>
              {icons.book}
            </button>
          </>
        ) : null}
        <Problem text={problem} />
      </div>
      {!isReply ? <NoteField {...field} /> : canSend ? <ReplyField {...field} isLookingUp={isLookingUp} onLookedUp={() => setIsLookingUp(false)} /> : <p className="hint closed">This conversation is over.</p>}
    </div>
  );
}
