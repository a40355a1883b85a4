import { useTyping } from '@parley/react';
import { useLayoutEffect, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { icons } from './icons.js';

interface ComposerProps {
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly onSend: (text: string) => void;
  readonly label?: string;
  readonly placeholder?: string;
  /** Does not tell the others that somebody is typing. */
  readonly isQuiet?: boolean;
  /** Looks at a key first; true when it was for something else. */
  readonly onKey?: (event: KeyboardEvent) => boolean;
  /** Before the field. */
  readonly children?: ReactNode;
}

/** Where one writes. Enter sends, Shift+Enter breaks the line. */
export function Composer({ text, onText, onSend, label = 'Message', placeholder = 'Write a message', isQuiet = false, onKey, children }: ComposerProps) {
  const { keystroke, stop } = useTyping({ select: ({ keystroke, stop }) => ({ keystroke, stop }) });
  const input = useRef<HTMLTextAreaElement>(null);

  useLayoutEffect(() => {
    if (input.current === null) return;
    input.current.style.height = 'auto';
    input.current.style.height = `${input.current.scrollHeight + 2}px`;
  }, [text]);

  const submit = () => {
    if (text.trim() === '') return;
    stop();
    onSend(text);
    input.current?.focus();
  };
  return (
    <form
      className="composer"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      {children}
      <div className="composer-line">
        <textarea
          ref={input}
          rows={1}
          value={text}
          aria-label={label}
          placeholder={placeholder}
          onKeyDown={(event) => {
            if (event.nativeEvent.isComposing || onKey?.(event)) return;
            if (event.key !== 'Enter' || event.shiftKey) return;
            event.preventDefault();
            submit();
          }}
          onChange={(event) => {
            onText(event.target.value);
            if (event.target.value === '') stop();
            else if (!isQuiet) keystroke();
          }}
        />
        <button className="icon send" aria-label="Send" disabled={text.trim() === ''}>
          {icons.send}
        </button>
      </div>
    </form>
  );
}
