export { conversationEvents, openConversationFeed } from './conversation-feed.js';
export { inboxEvents, openInboxFeed } from './inbox.js';
export { feedCounters, startFeeds, stopFeeds } from './runtime.js';
