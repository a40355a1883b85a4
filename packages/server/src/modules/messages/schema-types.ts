import { builder, nodeInterface } from '../../graphql/builder.js';
import { AudienceEnum, MessageKindEnum, MessageOriginEnum } from '../../graphql/enums.js';
import type { MessageView, ReactionView } from '../../kernel/views.js';
import { PersonRef } from '../identity/index.js';
import type { VersionView } from './edit.js';
import type { MessagePage } from './list.js';

/** All reactions of one emoji. */
export const ReactionRef = builder.objectRef<ReactionView>('Reaction').implement({
  description: 'All reactions of one emoji on a message.',
  fields: (t) => ({
    emoji: t.exposeString('emoji', { description: 'The emoji.' }),
    userIds: t.expose('userIds', { type: ['ID'], description: 'The ids of those who reacted, in the order in which they did.' }),
  }),
});

/** A message. */
export const MessageRef = builder.objectRef<MessageView>('Message').implement({
  description: 'A message. Once deleted it stays as a tombstone: its place and number, without text, metadata, versions and reactions.',
  interfaces: [nodeInterface],
  fields: (t) => ({
    id: t.exposeID('id', { description: 'The id of the message.' }),
    conversationId: t.exposeID('conversationId', { description: 'The conversation it was sent to.' }),
    seq: t.exposeInt('seq', { description: 'Its number in the conversation: the one thing that messages are ordered by.' }),
    clientId: t.exposeString('clientId', { description: 'The id that its sender made, by which a sender knows their own again.' }),
    sender: t.expose('sender', { type: PersonRef, description: 'Who sent it.' }),
    kind: t.expose('kind', { type: MessageKindEnum, description: 'What its content is.' }),
    origin: t.expose('origin', { type: MessageOriginEnum, description: 'What caused it.' }),
    audience: t.expose('audience', { type: AudienceEnum, description: 'Who may see it.' }),
    text: t.exposeString('text', { description: 'Its text exactly as it was sent: show it as text, never as markup. Empty once deleted.' }),
    metadata: t.expose('metadata', { type: 'JSON', description: 'Small data that came with it; empty once deleted.' }),
    parentId: t.exposeID('parentId', { nullable: true, description: 'The message that opened the thread which this one is a reply in.' }),
    replyCount: t.exposeInt('replyCount', { description: 'Replies in its thread that everybody sees who sees this message. Deleted ones count.' }),
    sentAt: t.expose('sentAt', { type: 'DateTime', description: 'When the server took it.' }),
    editedAt: t.expose('editedAt', { type: 'DateTime', nullable: true, description: 'When its text was last changed.' }),
    editCount: t.exposeInt('editCount', { description: 'How often its text was changed.' }),
    isDeleted: t.exposeBoolean('isDeleted', { description: 'True for a tombstone.' }),
    deletedAt: t.expose('deletedAt', { type: 'DateTime', nullable: true, description: 'When it was deleted.' }),
    reactions: t.expose('reactions', { type: [ReactionRef], description: 'Its reactions, emojis in the order of their first use.' }),
  }),
});

/** A page of messages. */
export const MessageConnection = builder.connectionObject(
  { type: MessageRef, name: 'MessageConnection', description: 'A page of messages, always ascending by seq. A cursor is a seq.' },
  { name: 'MessageEdge', description: 'A message on a page.' },
);

/** One text of a message. */
export const MessageVersionRef = builder.objectRef<VersionView>('MessageVersion').implement({
  description: 'One text of a message that was edited.',
  fields: (t) => ({
    version: t.exposeInt('version', { description: '1 is the text as it was sent, each edit makes the next.' }),
    text: t.exposeString('text', { description: 'The text of this version.' }),
    editedAt: t.expose('editedAt', { type: 'DateTime', description: 'When this version was written.' }),
    editedBy: t.exposeID('editedBy', { description: 'The id of the user who wrote it.' }),
  }),
});

/** The shape of a page as `MessageConnection` resolves it. */
export function messageConnection(page: MessagePage) {
  const edges = page.messages.map((node) => ({ cursor: String(node.seq), node }));
  return {
    edges,
    pageInfo: {
      hasNextPage: page.hasNextPage,
      hasPreviousPage: page.hasPreviousPage,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}
