export { listReceipts, listMessageReceipts, type MessageReceiptView } from './list.js';
export { markDelivered, markMessageRead, markRead, type MarkInput, type MarkResult } from './mark.js';
export { ReceiptRef } from './schema-types.js';
