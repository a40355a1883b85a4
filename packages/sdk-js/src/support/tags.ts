/** The site's tags, and those of a conversation. */
import type { ChatClient } from '../create-chat-client.js';
import { CreateTagDocument, DeleteTagDocument, TagConversationDocument, TagsDocument, UntagConversationDocument, UpdateTagDocument } from '../generated/operations.js';
import type { CreateTagInput, Tag, UpdateTagInput } from '../generated/types.js';
import { createStore } from '../store.js';
import { perClient, perOptions, type HandleSetup } from './handles.js';
import { listStore, type ListHandle } from './list-store.js';

/** Which tags. */
export interface TagsOptions {
  /** Only those that begin with this, at most 40 characters. */
  readonly prefix?: string | undefined;
}

/** The site's tags by name, for staff. All functions reject with a `ChatError`. */
export interface TagsHandle extends ListHandle<Tag> {
  /** Makes one, for those who manage tags. CONFLICT when there is one of that name in another colour. */
  readonly create: (tag: CreateTagInput) => Promise<Tag>;
  /** Changes one, for those who manage tags. */
  readonly update: (change: UpdateTagInput) => Promise<Tag>;
  /** Deletes one, on all conversations at once, for those who manage tags. */
  readonly remove: (tagId: string) => Promise<void>;
  /** Puts one on a conversation; answers with all of its tags. LIMIT_EXCEEDED at 20. */
  readonly add: (conversationId: string, tagId: string) => Promise<readonly Tag[]>;
  /** Takes one off a conversation; answers with all of its tags. */
  readonly take: (conversationId: string, tagId: string) => Promise<readonly Tag[]>;
}

/** Changes whenever this client changed a tag: lists of another prefix read again. */
const edits: (client: ChatClient) => ReturnType<typeof createStore<object>> = /*#__PURE__*/ perClient(() => createStore<object>({}));

/**
 * The site's tags, for staff; `status` becomes `failed` with FORBIDDEN for others. Those of a conversation are live in
 * `client.conversation(id)` under `tags`.
 *
 * @example
 * const all = tags(client, { prefix: 'ref' });
 * await all.add(conversationId, all.getSnapshot().items[0].id);
 */
export function tags(client: ChatClient, options: TagsOptions = {}): TagsHandle {
  return handles(client, options);
}

const handles: (client: ChatClient, options: TagsOptions) => TagsHandle = /*#__PURE__*/ perOptions(createTags);

function createTags({ client, context, options, listeners }: HandleSetup<TagsOptions>): TagsHandle {
  const { runner } = context;
  const edited = edits(client);
  const list = listStore<Tag>(
    context,
    {
      page: async (after) => (await runner.request(TagsDocument, { ...options, after, first: 100 })).tags,
      keyOf: (tag) => tag.id,
      watch: ({ refresh }) => edited.subscribe(refresh),
    },
    listeners,
  );
  const { put: _put, ...shown } = list;
  return {
    ...shown,
    create: async (input) => {
      const { createTag } = await runner.request(CreateTagDocument, { input });
      edited.set({});
      return createTag.tag;
    },
    update: async (input) => {
      const { updateTag } = await runner.request(UpdateTagDocument, { input });
      edited.set({});
      return updateTag.tag;
    },
    remove: async (tagId) => {
      await runner.request(DeleteTagDocument, { input: { tagId } });
      list.remove(tagId);
      edited.set({});
    },
    add: async (conversationId, tagId) => (await runner.request(TagConversationDocument, { input: { conversationId, tagId } })).tagConversation.tags,
    take: async (conversationId, tagId) => (await runner.request(UntagConversationDocument, { input: { conversationId, tagId } })).untagConversation.tags,
  };
}
