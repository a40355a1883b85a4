import { useChatClient, useConversation } from '@parley/react';
import { useCountQuickReplyUseMutation, useQuickRepliesQuery } from '@parley/react/operations';
import { isChatError, type Message, type QuickReply } from '@parley/sdk';
import { renderQuickReply } from '@parley/sdk/operations';
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';

interface Field {
  readonly text: string;
  readonly setText: (text: string) => void;
  readonly onProblem: (problem: string) => void;
}

/** What is behind the slash that begins the text; null for any other text. */
const prefixOf = (text: string): string | null => /^\/(\S{0,40})$/u.exec(text)?.[1] ?? null;

/** Quick replies for a field: open while the text is a slash and the beginning of a shortcut. */
export function useQuickReplies({ text, setText, onProblem }: Field) {
  const id = useId();
  const client = useChatClient();
  const conversationId = useConversation({ select: ({ conversation }) => conversation?.id ?? null });
  const role = useConversation({ select: ({ me }) => me?.role ?? null });
  const mayUse = role !== null && role !== 'CLIENT';
  const prefix = prefixOf(text);
  const [leftAt, setLeftAt] = useState<string | null>(null);
  const isOpen = mayUse && prefix !== null && leftAt !== text;
  const { data, status } = useQuickRepliesQuery({ prefix, first: 20 }, { enabled: isOpen });
  const [countUse] = useCountQuickReplyUseMutation();
  const [place, setPlace] = useState(0);
  const used = useRef<string | null>(null);
  const replies = data?.edges.map(({ node }) => node) ?? [];
  const active = replies[Math.min(place, replies.length - 1)] ?? null;

  useEffect(() => setPlace(0), [prefix]);

  const choose = async (reply: QuickReply) => {
    if (conversationId === null) return;
    try {
      const rendered = await renderQuickReply(client, { quickReplyId: reply.id, conversationId });
      used.current = reply.id;
      setText(rendered);
    } catch (error) {
      onProblem(isChatError(error) ? error.message : 'unable to put in the quick reply');
    }
  };

  /** Whether the key was for the choice. */
  const onKeyDown = (event: KeyboardEvent): boolean => {
    if (!isOpen) return false;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && replies.length > 0) setPlace((Math.min(place, replies.length - 1) + step + replies.length) % replies.length);
    else if ((event.key === 'Enter' || event.key === 'Tab') && !event.shiftKey && active !== null) void choose(active);
    else if (event.key === 'Escape') setLeftAt(text);
    else return false;
    event.preventDefault();
    event.stopPropagation();
    return true;
  };

  useEffect(() => {
    if (text === '') used.current = null;
  }, [text]);

  /** Call it when the text is sent: the answer takes the message, and counts the quick reply in it, changed by a word or not. */
  const taken = () => {
    const quickReplyId = used.current;
    return async (message: Message): Promise<void> => {
      if (quickReplyId !== null) await countUse({ quickReplyId, messageId: message.id });
    };
  };

  const toggle = () => {
    setLeftAt(null);
    setText(isOpen ? '' : '/');
  };
  return { id, mayUse, isOpen, replies, status, active, choose, onKeyDown, taken, toggle };
}
