import { useMessages, type ConversationOptions, type ConversationsResult, type MessagesResult, type Selecting, type useConnection, type useThread } from '@parley/react';
import type { useConversationQuery, useSendMessageMutation } from '@parley/react/operations';
import type { ChatError, ErrorCode, Message, MessageItem } from '@parley/sdk';
import { expectTypeOf, it } from 'vitest';

it('a failed result has its error, any other has none', () => {
  expectTypeOf<Extract<MessagesResult, { status: 'failed' }>['error']>().toEqualTypeOf<ChatError>();
  expectTypeOf<Extract<ConversationsResult, { status: 'ready' | 'loading' }>['error']>().toEqualTypeOf<null>();
  expectTypeOf<ChatError['code']>().toEqualTypeOf<ErrorCode>();
});

it('messages are items with a status and the ways out of a failure', () => {
  expectTypeOf<MessagesResult['messages']>().toEqualTypeOf<readonly MessageItem[]>();
  expectTypeOf<MessageItem['status']>().toEqualTypeOf<'sending' | 'sent' | 'delivered' | 'read' | 'failed'>();
  expectTypeOf<MessagesResult['sendMessage']>().parameter(0).toExtend<string | { text: string }>();
  expectTypeOf<MessagesResult['sendMessage']>().returns.resolves.toEqualTypeOf<Message>();
});

it('a selector decides what a hook returns', () => {
  expectTypeOf<typeof useMessages>().toBeCallableWith({ conversationId: 'cnv_1' });
  expectTypeOf<typeof useMessages>().toExtend<(options: ConversationOptions & Selecting<MessagesResult, number>) => number>();
  expectTypeOf<typeof useConnection>().toExtend<(options: { select: (connection: { status: string }) => boolean }) => boolean>();
  // @ts-expect-error a thread is one of a message
  expectTypeOf<typeof useThread>().toBeCallableWith({});
});

it('a selector written in place knows the result, beside other options too', () => {
  const counted = () => useMessages({ conversationId: 'cnv_1', select: ({ messages }) => messages.length });
  expectTypeOf(counted).returns.toEqualTypeOf<number>();
  const whole = () => useMessages({ conversationId: 'cnv_1' });
  expectTypeOf(whole).returns.toEqualTypeOf<MessagesResult>();
});

it('generated hooks have the variables and the answers of their operation', () => {
  expectTypeOf<typeof useConversationQuery>().parameter(0).toEqualTypeOf<{ readonly id: string }>();
  expectTypeOf<ReturnType<typeof useSendMessageMutation>[0]>().parameter(0).toExtend<{ conversationId: string; text: string }>();
  expectTypeOf<ReturnType<typeof useSendMessageMutation>[1]['status']>().toEqualTypeOf<'idle' | 'running' | 'ready' | 'failed'>();
});
