import type { Tx } from '../../db/contract.js';
import type { Tag } from '../../db/generated/client.js';
import type { Deps } from '../../deps.js';
import { ChatError, notFound } from '../../kernel/errors.js';
import type { Viewer } from '../../kernel/viewer.js';
import type { TagView } from '../../kernel/views.js';
import { appendEvents } from '../../log/append.js';
import { caseScope, changeCase } from '../queues/index.js';
import { accessAsStaff, accessTag, lockForDesk } from './access.js';
import { tagsChanged } from './events.js';
import { MAX_TAGS_ON_ONE } from './tag-input.js';
import { PUT, TAGS_OF, TAKE } from './tag-store.js';

/** What a change of a conversation's tags answers with. */
export interface Tagged {
  readonly conversationId: string;
  /** All its tags, by name. */
  readonly tags: readonly TagView[];
  /** Number of the conversation's newest event. */
  readonly seq: number;
}

/** Which tag and conversation. */
export interface TagInput {
  readonly conversationId: string;
  readonly tagId: string;
}

/** The tags of a conversation that the viewer reads as staff. @throws ChatError NOT_FOUND, FORBIDDEN */
export async function readTags(deps: Deps, viewer: Viewer, conversationId: string): Promise<readonly TagView[]> {
  await accessAsStaff(deps, viewer, { conversationId, operation: 'read tags' });
  return tagsOf(await deps.db.hot<TagsRow>(TAGS_OF, [conversationId]));
}

/** Puts a tag on a conversation; one that is there already changes nothing. @throws ChatError NOT_FOUND, FORBIDDEN, LIMIT_EXCEEDED */
export function tagConversation(deps: Deps, viewer: Viewer, input: TagInput): Promise<Tagged> {
  const operation = 'tag conversation';
  return onTags(deps, viewer, { ...input, operation }, async (tx, { tag, before, conversationId, now }) => {
    if (tag.deletedAt) throw notFound(operation, 'tag');
    if (before.some(({ id }) => id === tag.id)) return false;
    if (before.length >= MAX_TAGS_ON_ONE) {
      throw new ChatError('LIMIT_EXCEEDED', `unable to ${operation}; it has ${MAX_TAGS_ON_ONE} tags already`, { details: { limit: MAX_TAGS_ON_ONE } });
    }
    await tx.raw(PUT, [conversationId, tag.id, viewer.userId, now.toISOString()]);
    return true;
  });
}

/** Takes a tag off a conversation; one that is not there changes nothing. @throws ChatError NOT_FOUND, FORBIDDEN */
export function untagConversation(deps: Deps, viewer: Viewer, input: TagInput): Promise<Tagged> {
  return onTags(deps, viewer, { ...input, operation: 'untag conversation' }, async (tx, { tag, conversationId }) => {
    const taken = await tx.raw(TAKE, [conversationId, tag.id]);
    // What lies under a deleted tag shows nowhere.
    return taken.length > 0 && !tag.deletedAt;
  });
}

interface OnTags {
  readonly conversationId: string;
  readonly tag: Tag;
  readonly before: readonly TagView[];
  readonly now: Date;
}

/** Changes the tags of a locked conversation; when `change` did, it is told, and the case of it, if there is one, has changed too. */
async function onTags(deps: Deps, viewer: Viewer, input: TagInput & { readonly operation: string }, change: (tx: Tx, on: OnTags) => Promise<boolean>): Promise<Tagged> {
  const { conversationId, tagId, operation } = input;
  const scope = await caseScope(deps, viewer);
  const now = deps.clock.now();
  return deps.db.transaction(async (tx) => {
    const found = await lockForDesk(tx, viewer, { conversationId, operation, now, scope });
    const tag = await accessTag(tx, viewer, { tagId, operation });
    const before = tagsOf(await tx.raw<TagsRow>(TAGS_OF.text, [conversationId]));
    if (!(await change(tx, { conversationId, tag, before, now }))) return { conversationId, tags: before, seq: found.lastSeq };
    const tags = tagsOf(await tx.raw<TagsRow>(TAGS_OF.text, [conversationId]));
    const [event] = await appendEvents(deps, tx, { conversationId, siteId: viewer.siteId, now, events: [tagsChanged(viewer.userId, tags)] });
    const seq = event?.seq ?? found.lastSeq;
    if (!found.case) return { conversationId, tags, seq };
    const changed = await changeCase(deps, tx, { before: { ...found.case, lastSeq: seq }, set: {}, actorId: viewer.userId, now });
    return { conversationId, tags, seq: changed.seq };
  });
}

interface TagsRow {
  readonly tags: readonly TagView[];
}

const tagsOf = ([row]: readonly TagsRow[]): readonly TagView[] => row?.tags ?? [];
