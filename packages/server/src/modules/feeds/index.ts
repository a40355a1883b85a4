export { conversationEvents, openConversationFeed } from './conversation-feed.js';
export { feedCounters, startFeeds, stopFeeds } from './runtime.js';
