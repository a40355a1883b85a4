import './dom.js';
import { renderHook } from '@testing-library/react';
import {
  ChatProvider,
  useChatClient,
  useConnection,
  useConversation,
  useConversations,
  useMessages,
  useNotices,
  usePresence,
  useReadReceipts,
  useSendMessage,
  useThread,
  useTyping,
  useUnreadCount,
  useUserPresence,
  useViewer,
} from '@parley/react';
import { useMarkReadMutation, useUnreadQuery } from '@parley/react/operations';
import { createChatClient, isChatError } from '@parley/sdk';
import type { ReactNode } from 'react';
import { describe, expect, it } from 'vitest';

const ofConversation: Record<string, () => unknown> = {
  useConversation: () => useConversation(),
  useMessages: () => useMessages(),
  usePresence: () => usePresence(),
  useReadReceipts: () => useReadReceipts(),
  useSendMessage: () => useSendMessage(),
  useThread: () => useThread({ messageId: 'msg_1' }),
  useTyping: () => useTyping(),
};
const ofClient: Record<string, () => unknown> = {
  useChatClient: () => useChatClient(),
  useConnection: () => useConnection(),
  useConversations: () => useConversations(),
  useNotices: () => useNotices(),
  useUnreadCount: () => useUnreadCount(),
  useUserPresence: () => useUserPresence({ userId: 'usr_1' }),
  useViewer: () => useViewer(),
  useUnreadQuery: () => useUnreadQuery(),
  useMarkReadMutation: () => useMarkReadMutation(),
};

const codeOf = (hook: () => unknown, wrapper?: (props: { readonly children: ReactNode }) => ReactNode): unknown => {
  // React prints what it hands to no boundary.
  const print = console.error;
  console.error = () => undefined;
  try {
    return renderHook(hook, wrapper === undefined ? {} : { wrapper }).result.current;
  } catch (error) {
    return isChatError(error) ? error.code : error;
  } finally {
    console.error = print;
  }
};

describe('outside of a provider every hook throws OUTSIDE_PROVIDER', () => {
  it.each(Object.entries({ ...ofConversation, ...ofClient }))('%s', (_name, hook) => {
    expect(codeOf(hook)).toBe('OUTSIDE_PROVIDER');
  });
});

describe('without a conversation every hook that needs one throws OUTSIDE_PROVIDER', () => {
  it.each(Object.entries(ofConversation))('%s', (_name, hook) => {
    const client = createChatClient({ url: 'http://localhost:9/graphql', token: 'none' });
    const wrapper = ({ children }: { readonly children: ReactNode }) => <ChatProvider client={client}>{children}</ChatProvider>;
    expect(codeOf(hook, wrapper)).toBe('OUTSIDE_PROVIDER');
  });
});
