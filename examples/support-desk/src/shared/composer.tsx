import { icons } from '@parley/example-parts/icons';
import { useTyping } from '@parley/react';
import { useEffect, useLayoutEffect, useRef, type KeyboardEvent, type ReactNode } from 'react';

interface ComposerProps {
  readonly text: string;
  /** The text changed; the caret stands at `caret`. */
  readonly onText: (text: string, caret: number) => void;
  /** The caret went elsewhere. */
  readonly onCaret?: (caret: number) => void;
  readonly onSend: (text: string) => void;
  readonly label?: string;
  readonly placeholder?: string;
  /** Does not tell the others that somebody is typing. */
  readonly isQuiet?: boolean;
  /** Looks at a key first; true when it was for something else. */
  readonly onKey?: (event: KeyboardEvent) => boolean;
  /** The list from which the keys choose, where one is open: its id, and that of its chosen item. */
  readonly list?: { readonly id: string; readonly activeId: string } | null;
  /** Another one than before takes the focus into the field. */
  readonly focusKey?: number;
  /** Before the field. */
  readonly children?: ReactNode;
}

/** Where one writes. Enter sends, Shift+Enter breaks the line. */
export function Composer({ text, onText, onSend, label = 'Message', placeholder = 'Write a message', isQuiet = false, onCaret, onKey, list = null, focusKey = 0, children }: ComposerProps) {
  const { keystroke, stop } = useTyping({ select: ({ keystroke, stop }) => ({ keystroke, stop }) });
  const input = useRef<HTMLTextAreaElement>(null);

  useLayoutEffect(() => {
    if (input.current === null) return;
    input.current.style.height = 'auto';
    input.current.style.height = `${input.current.scrollHeight + 2}px`;
  }, [text]);

  useEffect(() => {
    if (focusKey > 0) input.current?.focus();
  }, [focusKey]);

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
          aria-autocomplete={list === null ? undefined : 'list'}
          aria-controls={list?.id}
          aria-activedescendant={list === null ? undefined : `${list.id}-${list.activeId}`}
          onSelect={({ currentTarget }) => onCaret?.(currentTarget.selectionStart)}
          onKeyDown={(event) => {
            if (event.nativeEvent.isComposing || onKey?.(event)) return;
            if (event.key !== 'Enter' || event.shiftKey) return;
            event.preventDefault();
            submit();
          }}
          onChange={(event) => {
            onText(event.target.value, event.target.selectionStart);
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
