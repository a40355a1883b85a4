import { icons } from '@parley/example-parts/icons';
import type { MessageItem } from '@parley/sdk';
import { words } from './words.js';

const drawings: Record<MessageItem['status'], keyof typeof icons> = {
  sending: 'clock',
  sent: 'tick',
  delivered: 'ticks',
  read: 'ticks',
  failed: 'warning',
};

/** How far an own message got. */
export function Ticks({ status }: { readonly status: MessageItem['status'] }) {
  return (
    <span className="ticks" data-status={status} title={words.messageStatus[status]}>
      {icons[drawings[status]]}
      <span className="visually-hidden">{words.messageStatus[status]}</span>
    </span>
  );
}
