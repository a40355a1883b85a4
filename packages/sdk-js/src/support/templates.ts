/** Quick replies: found, filled in, counted, and kept by those who may. */
import { randomId } from '../clock.js';
import type { ChatClient } from '../create-chat-client.js';
import {
  CountQuickReplyUseDocument,
  CreateQuickReplyDocument,
  DeleteQuickReplyDocument,
  QuickRepliesDocument,
  RenderQuickReplyDocument,
  UpdateQuickReplyDocument,
} from '../generated/operations.js';
import type { CreateQuickReplyInput, QuickReply, UpdateQuickReplyInput } from '../generated/types.js';
import { createStore } from '../store.js';
import { perClient, perOptions, type HandleSetup } from './handles.js';
import { listStore, type ListHandle } from './list-store.js';

/** Which templates. */
export interface TemplateOptions {
  /** Only those whose shortcut or title begins with this, at most 40 characters. */
  readonly prefix?: string | undefined;
  /** Only those with this tag. */
  readonly tag?: string | undefined;
  /** Only those for this department, and those for all. */
  readonly department?: string | undefined;
  /** False for those that are out of use. */
  readonly isActive?: boolean | undefined;
}

/** A new template. Give a `clientId` of your own to be able to try again after an unknown outcome. */
export type NewTemplate = Omit<CreateQuickReplyInput, 'clientId'> & { readonly clientId?: string | undefined };

/** The templates that the viewer may use: their own and the site's, by shortcut. All functions reject with a `ChatError`. */
export interface TemplatesHandle extends ListHandle<QuickReply> {
  /** Makes one, for the viewer or, by admins with `isShared`, for the site. CONFLICT when the shortcut is taken. */
  readonly create: (template: NewTemplate) => Promise<QuickReply>;
  /** Changes one: one's own or, by admins, the site's. */
  readonly update: (change: UpdateQuickReplyInput) => Promise<QuickReply>;
  /** Deletes one: one's own or, by admins, the site's. */
  readonly remove: (quickReplyId: string) => Promise<void>;
  /** The text for a conversation, with its variables filled in. */
  readonly render: (quickReplyId: string, conversationId: string) => Promise<string>;
  /** Counts the viewer's message as sent with a template: once, however often it is told. */
  readonly countUse: (quickReplyId: string, messageId: string) => Promise<void>;
}

/** Changes whenever this client changed a template: lists of another prefix read again. */
const edits: (client: ChatClient) => ReturnType<typeof createStore<object>> = /*#__PURE__*/ perClient(() => createStore<object>({}));

/**
 * The templates that the viewer may use: their own and the site's. For everybody but clients; `status` becomes `failed` with FORBIDDEN for those.
 *
 * @example
 * const replies = templates(client, { prefix: 'hel' });
 * replies.subscribe(() => render(replies.getSnapshot().items));
 */
export function templates(client: ChatClient, options: TemplateOptions = {}): TemplatesHandle {
  return handles(client, options);
}

const handles: (client: ChatClient, options: TemplateOptions) => TemplatesHandle = /*#__PURE__*/ perOptions(createTemplates);

function createTemplates({ client, context, options, listeners }: HandleSetup<TemplateOptions>): TemplatesHandle {
  const { runner, clock } = context;
  const edited = edits(client);
  const list = listStore<QuickReply>(
    context,
    {
      page: async (after) => (await runner.request(QuickRepliesDocument, { ...options, after, first: 50 })).quickReplies,
      keyOf: (reply) => reply.id,
      watch: ({ refresh }) => edited.subscribe(refresh),
    },
    listeners,
  );
  const { put: _put, ...shown } = list;
  return {
    ...shown,
    create: async (template) => {
      const { createQuickReply } = await runner.request(CreateQuickReplyDocument, { input: { ...template, clientId: template.clientId ?? randomId(clock) } });
      edited.set({});
      return createQuickReply.quickReply;
    },
    update: async (change) => {
      const { updateQuickReply } = await runner.request(UpdateQuickReplyDocument, { input: change });
      edited.set({});
      return updateQuickReply.quickReply;
    },
    remove: async (quickReplyId) => {
      await runner.request(DeleteQuickReplyDocument, { input: { quickReplyId } });
      list.remove(quickReplyId);
      edited.set({});
    },
    render: async (quickReplyId, conversationId) => (await runner.request(RenderQuickReplyDocument, { quickReplyId, conversationId })).renderQuickReply,
    countUse: async (quickReplyId, messageId) => {
      const { countQuickReplyUse } = await runner.request(CountQuickReplyUseDocument, { input: { quickReplyId, messageId } });
      list.put(countQuickReplyUse.quickReply);
    },
  };
}
