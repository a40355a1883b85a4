import { useTyping } from '@parley/react';
import { listNames } from './words.js';

/** Who is typing. Its place is kept, so that nothing jumps. */
export function TypingLine() {
  const { people } = useTyping();
  return (
    <p className="typing" role="status">
      {people.length > 0 ? (
        <>
          <span className="typing-dots" aria-hidden="true">
            <i />
            <i />
            <i />
          </span>
          {listNames(people)} {people.length > 1 ? 'are' : 'is'} typing
        </>
      ) : null}
    </p>
  );
}
