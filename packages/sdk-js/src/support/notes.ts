/** Internal notes of a conversation, and the colleagues whom they name. */
import { randomId } from '../clock.js';
import type { ChatClient } from '../create-chat-client.js';
import { AddNoteDocument, ColleaguesDocument, NotesDocument } from '../generated/operations.js';
import type { Message, Person } from '../generated/types.js';
import { watchConversation } from './conversation-source.js';
import { perOptions, type HandleSetup } from './handles.js';
import { listStore, type ListHandle } from './list-store.js';

/** Which notes. */
export interface NotesOptions {
  readonly conversationId: string;
}

/** A new note. Give a `clientId` of your own to be able to try again after an unknown outcome. */
export interface NewNote {
  readonly text: string;
  /** Ids of colleagues who get a notice, at most 10; each must be able to see the conversation. */
  readonly mentions?: readonly string[] | undefined;
  readonly clientId?: string | undefined;
}

/** The notes of a conversation, newest first, live. All functions reject with a `ChatError`. */
export interface NotesHandle extends ListHandle<Message> {
  /** Writes a note. INVALID_INPUT with `details.reason` MENTION_CANNOT_SEE for naming somebody who may not see the conversation. */
  readonly add: (note: NewNote) => Promise<Message>;
  /** Colleagues by the beginning of their name whom a note here can name. */
  readonly colleagues: (prefix: string) => Promise<readonly Person[]>;
}

/**
 * The internal notes of a conversation: what only staff see. `status` becomes `failed` with FORBIDDEN or NOT_FOUND for who may not.
 *
 * @example
 * const list = notes(client, { conversationId });
 * const [sue] = await list.colleagues('su');
 * await list.add({ text: '@sue please look', mentions: [sue.id] });
 */
export const notes: (client: ChatClient, options: NotesOptions) => NotesHandle = /*#__PURE__*/ perOptions(createNotes);

function createNotes({ client, context, options, listeners }: HandleSetup<NotesOptions>): NotesHandle {
  const { runner, clock } = context;
  const { conversationId } = options;
  const list = listStore<Message>(
    context,
    {
      page: async (before) => {
        const { notes: page } = await runner.request(NotesDocument, { conversationId, last: 50, before });
        return { edges: [...page.edges].reverse(), pageInfo: { endCursor: page.pageInfo.startCursor, hasNextPage: page.pageInfo.hasPreviousPage } };
      },
      keyOf: (note) => note.id,
      compare: (one, other) => other.seq - one.seq,
      // Notes come with the conversation's feed; what is read again is only their list.
      watch: ({ refresh }) => watchConversation(client, { conversationId, pick: (state) => state.messages.filter((message) => message.audience === 'STAFF').map((message) => `${message.id} ${message.editCount} ${message.isDeleted}`).join() }, refresh),
    },
    listeners,
  );
  const { remove: _remove, put, ...shown } = list;
  return {
    ...shown,
    add: async ({ text, mentions, clientId }) => {
      const input = { conversationId, text, clientId: clientId ?? randomId(clock), ...(mentions && mentions.length > 0 ? { mentions } : {}) };
      const { addNote } = await runner.request(AddNoteDocument, { input });
      put(addNote.message);
      return addNote.message;
    },
    colleagues: async (prefix) => (await runner.request(ColleaguesDocument, { conversationId, prefix })).colleagues,
  };
}
