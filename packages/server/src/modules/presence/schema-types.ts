import { builder } from '../../graphql/builder.js';
import type { PresenceView } from '../../kernel/views.js';
import type { ColleagueActiveItem, TypingStartedItem } from '../../log/feed-item.js';
import { PersonRef } from '../identity/index.js';

/** Whether somebody is there. */
export const PresenceStatusEnum = builder.enumType('PresenceStatus', {
  description: 'Whether a person is there.',
  values: {
    ONLINE: { value: 'online', description: 'Has a feed open on some device.' },
    OFFLINE: { value: 'offline', description: 'Has none.' },
  } as const,
});

/** A person's presence. */
export const PresenceRef = builder.objectRef<PresenceView>('Presence').implement({
  description: 'Whether a person is there. Best effort: it heals by itself within about half a minute.',
  fields: (t) => ({
    userId: t.exposeID('userId', { description: 'The id of the user.' }),
    status: t.field({ type: PresenceStatusEnum, description: 'Whether they are there now.', resolve: (presence) => presence.status }),
    lastSeenAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'Until when they were there; null while they are, and when it is not known.',
      resolve: (presence) => presence.lastSeenAt,
    }),
  }),
});

/** Somebody writes. */
export const TypingStartedRef = builder.objectRef<TypingStartedItem>('TypingStarted').implement({
  description: 'A person writes. Ephemeral: it has no `seq`, is never replayed, and ends by itself at `expiresAt`.',
  fields: (t) => ({
    user: t.field({ type: PersonRef, description: 'Who writes.', resolve: (item) => item.user }),
    expiresAt: t.field({
      type: 'DateTime',
      description: 'When it ends unless it is said again before.',
      resolve: (item) => item.expiresAt,
    }),
  }),
});

/** What a colleague does with a conversation. */
export const ColleagueActivityEnum = builder.enumType('ColleagueActivity', {
  description: 'What a member of staff does with a conversation at the moment.',
  values: {
    LOOKING: { value: 'looking', description: 'Has it before their eyes.' },
    TYPING: { value: 'typing', description: 'Writes: an answer, or an internal note.' },
  } as const,
});

/** Somebody of the staff is at it. */
export const ColleagueActiveRef = builder.objectRef<ColleagueActiveItem>('ColleagueActive').implement({
  description: 'Somebody of the staff looks at the conversation or writes into it. Only staff get it. Ephemeral: no `seq`, never replayed, ends by itself at `expiresAt`.',
  fields: (t) => ({
    user: t.field({ type: PersonRef, description: 'Who.', resolve: (item) => item.user }),
    activity: t.field({ type: ColleagueActivityEnum, description: 'What they do.', resolve: (item) => item.activity }),
    expiresAt: t.field({ type: 'DateTime', description: 'When it ends unless it is said again before.', resolve: (item) => item.expiresAt }),
  }),
});
