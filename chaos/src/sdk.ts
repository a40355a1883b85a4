import { createChatClient, memoryStorage } from '@parley/sdk';
import { addParticipant, ConversationFeedDocument, editMessage, joinConversation, removeParticipant, sendMessage, syncBooking, viewer } from '@parley/sdk/operations';

/** What people use of the SDK, so that they can use another version of it: apps are never newer than the servers. */
export interface Sdk {
  readonly createChatClient: typeof createChatClient;
  readonly memoryStorage: typeof memoryStorage;
  readonly ConversationFeedDocument: typeof ConversationFeedDocument;
  readonly addParticipant: typeof addParticipant;
  readonly editMessage: typeof editMessage;
  readonly joinConversation: typeof joinConversation;
  readonly removeParticipant: typeof removeParticipant;
  readonly sendMessage: typeof sendMessage;
  readonly syncBooking: typeof syncBooking;
  readonly viewer: typeof viewer;
}

/** The SDK of this version. */
export const CURRENT_SDK: Sdk = { createChatClient, memoryStorage, ConversationFeedDocument, addParticipant, editMessage, joinConversation, removeParticipant, sendMessage, syncBooking, viewer };

/** Whether a module has all of it. That a function of another version takes the same is its promise, not looked at. */
export function isSdk(module: unknown): module is Sdk {
  return typeof module === 'object' && module !== null && Object.keys(CURRENT_SDK).every((name) => name in module);
}
