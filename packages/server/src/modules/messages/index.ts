export { accessMessage, type MessageAccess } from './access.js';
export type { SendInput } from './body.js';
export { listMessages, loadMessageViews, type MessagePage, type PageArgs } from './list.js';
export { noteSentBefore, postMessage, type Posted, sendMessage, sendNote, type SendResult, sendSystemMessage, wasSentBefore } from './send.js';
export { audienceKeysSql, headCountSql } from './send-statement.js';
export { MessageConnection, messageConnection, MessageRef } from './schema-types.js';
export { sendsWaiting } from './write.js';
