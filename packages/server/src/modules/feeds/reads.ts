import type { Deps } from '../../deps.js';
import type { AudienceSet } from '../../kernel/audience.js';
import { GroupedReads } from '../../log/grouped-reads.js';
import { type LogPage, type LogQuery, readLog } from '../../log/replay.js';
import { readSnapshot, type Snapshot, type SnapshotQuery } from './snapshot.js';

/** A part of a log for one viewer. */
type PartQuestion = Omit<LogQuery, 'viewerIds' | 'audiences'> & { readonly audiences: AudienceSet; readonly viewerId: string };
/** A snapshot for one viewer. */
type SnapshotQuestion = Omit<SnapshotQuery, 'viewerIds'> & { readonly viewerId: string };

/** What opening feeds read: those that begin alike at the same time share a reading, and get the same objects. */
export interface FeedReads {
  readonly part: GroupedReads<PartQuestion, LogPage>;
  readonly snapshot: GroupedReads<SnapshotQuestion, { readonly snapshot: Snapshot | null }>;
}

/** Readings under way at once: enough for a database to be busy, few enough to leave connections for everything else. */
const AT_ONCE = 4;
const MOST = 1_000;

const reads = new WeakMap<Deps['db'], FeedReads>();

/** The readings of this node. */
export function feedReads({ db }: Pick<Deps, 'db'>): FeedReads {
  const known = reads.get(db);
  if (known) return known;
  const made: FeedReads = {
    part: new GroupedReads({
      atOnce: AT_ONCE,
      most: MOST,
      keyOf: ({ conversationId, audiences, after, limit }) => `${conversationId} ${audiences.key} ${after} ${limit}`,
      read: async (questions) => {
        const [first] = questions;
        if (!first) return [];
        const { viewerId: _viewerId, ...query } = first;
        const page = await readLog(db, { ...query, viewerIds: questions.map(({ viewerId }) => viewerId) });
        return questions.map(() => page);
      },
    }),
    snapshot: new GroupedReads({
      atOnce: AT_ONCE,
      most: MOST,
      keyOf: ({ conversationId, audiences, last }) => `${conversationId} ${audiences.key} ${last}`,
      read: async (questions) => {
        const [first] = questions;
        if (!first) return [];
        const { viewerId: _viewerId, ...query } = first;
        const answer = { snapshot: await readSnapshot(db, { ...query, viewerIds: questions.map(({ viewerId }) => viewerId) }) };
        return questions.map(() => answer);
      },
    }),
  };
  reads.set(db, made);
  return made;
}
