import type { Heads } from '../kernel/audience.js';
import type { ConversationView } from '../kernel/views.js';
import type { LogEvent } from './event.js';

/**
 * A conversation as it is now, kept up to date by its events: what all inboxes on a node show of it, with no query for an event.
 * `lastMessage` and `viewer` are left to each inbox. The view is never changed in place.
 */
export class ConversationState {
  #view: ConversationView;
  #heads: Heads;

  constructor(view: ConversationView, heads: Heads) {
    this.#view = view;
    this.#heads = heads;
  }

  get view(): ConversationView {
    return this.#view;
  }

  get heads(): Heads {
    return this.#heads;
  }

  /** Takes a state read from the database, unless what is known is as new. */
  learn(view: ConversationView, heads: Heads): void {
    if (view.lastSeq < this.#view.lastSeq) return;
    this.#view = view;
    this.#heads = heads;
  }

  /** Applies the next event; what the state has already is left out. */
  apply(event: LogEvent): void {
    if (event.seq <= this.#view.lastSeq) return;
    // As the database has it: times are taken before the turn, so that of a later event may be the earlier one.
    const { lastActivityAt: before } = this.#view;
    const lastActivityAt = event.lastActivityAt !== undefined && event.lastActivityAt > before ? event.lastActivityAt : before;
    this.#heads = event.heads;
    const view = event.type === 'ConversationUpdated' ? event.payload.conversation : this.#view;
    this.#view = { ...view, participants: participantsAfter(view, event), lastSeq: event.seq, lastActivityAt, lastMessage: null, viewer: null };
  }
}

function participantsAfter(view: ConversationView, event: LogEvent): ConversationView['participants'] {
  if (event.type !== 'ParticipantJoined' && event.type !== 'ParticipantLeft') return view.participants;
  const { participant } = event.payload;
  const others = view.participants.filter(({ user }) => user.id !== participant.user.id);
  return event.type === 'ParticipantJoined' ? [...others, participant] : others;
}
