export { openAgentFeed } from './agent-feed.js';
export { conversationEvents, openConversationFeed } from './conversation-feed.js';
export { inboxEvents, openInboxFeed } from './inbox.js';
export { feedCounters, feedQueues, type FeedQueueState, startFeeds, stopFeeds } from './runtime.js';
