import { useTemplates } from '@parley/react/support';
import type { QuickReply } from '@parley/sdk';
import { useState } from 'react';
import { useChoice } from '../shared/use-choice.js';

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
  const [usedId, setUsedId] = useState<string | null>(null);
  const isOpen = prefix !== null && leftAt !== text;

  const choose = (template: QuickReply) => {
    render(template.id, conversationId).then((rendered) => {
      setText(rendered);
      setUsedId(template.id);
    }, onProblem);
  };
  const { active, onKey } = useChoice({ items: templates, isOpen, onChoose: choose, onLeave: () => setLeftAt(text) });
  /** The message that was sent with the text: the template in it is counted, changed by a word or not. */
  const sent = (messageId: string) => {
    if (usedId !== null) void countUse(usedId, messageId).catch(() => undefined);
    setUsedId(null);
  };
  return { isOpen, templates, status, active, choose, onKey, sent };
}
