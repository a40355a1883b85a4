export { readColleagues } from './colleagues.js';
export { presenceNode, stopPresence } from './nodes.js';
export type { PresenceNode } from './presence-node.js';
export { ColleagueActiveRef, PresenceRef, TypingStartedRef } from './schema-types.js';
export { presences } from './service.js';
export { readTyping, startTyping, stopTyping } from './typing.js';
