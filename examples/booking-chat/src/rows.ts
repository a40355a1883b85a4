import type { MessageItem } from '@parley/sdk';
import { dayName, isOtherDay } from './time.js';

/** A message with what its neighbours make of it. */
export interface Row {
  readonly message: MessageItem;
  /** The day that begins with it. */
  readonly day: string | null;
  /** Says who speaks: others before it, or a pause. */
  readonly isFirstOfGroup: boolean;
  /** The first one that the viewer had not read when they came. */
  readonly isFirstNew: boolean;
  /** The message it answers, as far as that is loaded. */
  readonly parent: MessageItem | null;
}

const pause = 5 * 60_000;

/** Groups what one person said in a row, and marks the days and what is new after `readBefore`. */
export function arrangeRows(messages: readonly MessageItem[], readBefore: number): readonly Row[] {
  const firstNew = messages.find((message) => !message.isOwn && (message.seq ?? 0) > readBefore);
  const byId = new Map(messages.map((message) => [message.id, message]));
  return messages.map((message, index) => {
    const before = messages[index - 1];
    const isNewDay = before === undefined || isOtherDay(before.sentAt, message.sentAt);
    return {
      message,
      isFirstNew: message === firstNew,
      day: isNewDay ? dayName(message.sentAt) : null,
      isFirstOfGroup:
        isNewDay ||
        before.sender.id !== message.sender.id ||
        before.kind !== message.kind ||
        Date.parse(message.sentAt) - Date.parse(before.sentAt) > pause,
      parent: message.parentId === null ? null : (byId.get(message.parentId) ?? null),
    };
  });
}
