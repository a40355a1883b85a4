export { startDirectConversation } from './service.js';
