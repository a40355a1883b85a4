/**
 * Audiences: who may see a message or an event. Each carries one audience key; each viewer of a conversation belongs to a
 * set of them. Viewers with the same set share one frame on the fan-out, one `prevSeq` chain and one count of messages.
 */
import type { MessageKind, ParticipantRole } from './words.js';

/** `all` is everybody in the conversation, `staff` agents and admins (internal notes), the others one side only. */
export const AUDIENCES = ['all', 'staff', 'client', 'provider'] as const;
/** One audience key. */
export type Audience = (typeof AUDIENCES)[number];

/** The audiences that a viewer belongs to. There is one object of each, so a set can be compared by reference. */
export interface AudienceSet {
  /** Names the set; the same for all viewers who see the same. */
  readonly key: 'client' | 'provider' | 'staff';
  readonly keys: readonly Audience[];
}

const CLIENT: AudienceSet = { key: 'client', keys: ['all', 'client'] };
const PROVIDER: AudienceSet = { key: 'provider', keys: ['all', 'provider'] };
const STAFF: AudienceSet = { key: 'staff', keys: AUDIENCES };

/** Every set there is. */
export const AUDIENCE_SETS: readonly AudienceSet[] = [CLIENT, PROVIDER, STAFF];

/** The audiences of a role in a conversation. Bots work for the site, so they see what staff see. */
export function audiencesOf(role: ParticipantRole): AudienceSet {
  switch (role) {
    case 'client':
      return CLIENT;
    case 'provider':
    case 'team_member':
      return PROVIDER;
    case 'agent':
    case 'admin':
    case 'bot':
      return STAFF;
  }
}

/** Whether a viewer of these audiences may see something of that audience. An unknown audience is seen by staff alone. */
export function canSee(set: AudienceSet, audience: string): boolean {
  return set === STAFF || set.keys.some((key) => key === audience);
}

/** The newest message of one audience, and how many it has had. */
export interface Head {
  /** Number of messages of this audience so far; tombstones count. */
  readonly n: number;
  /** `seq` of the newest one. */
  readonly seq: number;
  /** Its text, cut to 120 characters; empty for a tombstone. */
  readonly text: string;
  /** Its sender's user id. */
  readonly by: string;
  readonly kind: MessageKind;
  /** When it was sent, RFC 3339. */
  readonly at: string;
}

/** A conversation's heads by audience key. An audience without messages has none. */
export type Heads = Readonly<Partial<Record<string, Head>>>;

/** What a viewer of these audiences sees of the heads: how many messages, and the newest. */
export function headOf(heads: Heads, set: AudienceSet): { readonly count: number; readonly last: Head | null } {
  let count = 0;
  let last: Head | null = null;
  for (const [audience, head] of Object.entries(heads)) {
    if (!head || !canSee(set, audience)) continue;
    count += head.n;
    if (!last || head.seq > last.seq) last = head;
  }
  return { count, last };
}
