import { useTemplates } from '@parley/react/support';
import type { QuickReply } from '@parley/sdk';
import { useState, type KeyboardEvent } from 'react';

/** What is behind the slash that begins the text; null for any other text. */
const prefixOf = (text: string): string | null => /^\/(\S{0,40})$/u.exec(text)?.[1] ?? null;

interface Field {
  readonly conversationId: string;
  readonly text: string;
  readonly setText: (text: string) => void;
  readonly onProblem: (error: unknown) => void;
}

/** Templates for a field: open while the text is a slash and the beginning of a shortcut. */
export function useSavedReplies({ conversationId, text, setText, onProblem }: Field) {
  const prefix = prefixOf(text);
  const { templates, status, render, countUse } = useTemplates({ prefix: prefix ?? '' });
  const [leftAt, setLeftAt] = useState<string | null>(null);
  const [place, setPlace] = useState(0);
  const [usedId, setUsedId] = useState<string | null>(null);
  const isOpen = prefix !== null && leftAt !== text;
  const active = templates[Math.min(place, templates.length - 1)] ?? null;

  const choose = async (template: QuickReply) => {
    try {
      setText(await render(template.id, conversationId));
      setUsedId(template.id);
      setPlace(0);
    } catch (error) {
      onProblem(error);
    }
  };
  /** Whether the key was for the choice. */
  const onKey = (event: KeyboardEvent): boolean => {
    if (!isOpen) return false;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) setPlace((Math.max(0, Math.min(place, templates.length - 1)) + step + templates.length) % Math.max(1, templates.length));
    else if ((event.key === 'Enter' || event.key === 'Tab') && active !== null) void choose(active);
    else if (event.key === 'Escape') setLeftAt(text);
    else return false;
    event.preventDefault();
    return true;
  };
  /** The message that was sent with the text: the template in it is counted, changed by a word or not. */
  const sent = (messageId: string) => {
    if (usedId !== null) void countUse(usedId, messageId).catch(() => undefined);
    setUsedId(null);
  };
  return { isOpen, templates, status, active, choose, onKey, sent };
}
