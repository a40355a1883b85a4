import { builder } from '../../graphql/builder.js';
import type { ReceiptView } from '../../kernel/views.js';
import { PersonRef } from '../identity/index.js';
import type { MessageReceiptView } from './list.js';

/** How far a participant is. */
export const ReceiptRef = builder.objectRef<ReceiptView>('Receipt').implement({
  description: 'How far a participant is in a conversation. Marks never go back.',
  fields: (t) => ({
    userId: t.exposeID('userId', { description: 'Whose marks these are.' }),
    deliveredSeq: t.exposeInt('deliveredSeq', { description: 'Number up to which a device of theirs has received.' }),
    deliveredAt: t.field({ type: 'DateTime', nullable: true, description: 'When that mark last moved.', resolve: (receipt) => receipt.deliveredAt }),
    readSeq: t.exposeInt('readSeq', { description: 'Number up to which they have read.' }),
    readAt: t.field({ type: 'DateTime', nullable: true, description: 'When that mark last moved.', resolve: (receipt) => receipt.readAt }),
  }),
});

/** When one recipient got and read a message. */
export const MessageReceiptRef = builder.objectRef<MessageReceiptView>('MessageReceipt').implement({
  description: 'When one recipient got and read one message.',
  fields: (t) => ({
    user: t.field({ type: PersonRef, description: 'The recipient.', resolve: (receipt) => receipt.user }),
    deliveredAt: t.field({ type: 'DateTime', nullable: true, description: 'When a device of theirs had it; null for not yet.', resolve: (receipt) => receipt.deliveredAt }),
    readAt: t.field({ type: 'DateTime', nullable: true, description: 'When they had read it; null for not yet.', resolve: (receipt) => receipt.readAt }),
  }),
});
