import { type Audience, canSee, type AudienceSet } from '../../kernel/audience.js';
import { isAdmin, type Viewer } from '../../kernel/viewer.js';
import type { MessageOrigin } from '../../kernel/words.js';

/** Most different emojis on one message. */
export const MAX_EMOJIS = 20;
/** Length of a message when its site has not chosen, in Unicode code points. */
export const DEFAULT_MAX_LENGTH = 4000;

/** What the rules look at in a message. */
export interface MessageFacts {
  readonly senderId: string;
  readonly kind: string;
  readonly isDeleted: boolean;
}

/** What the caller's messages come from: a person's own hand, or a program. */
export function originOf(viewer: Viewer): MessageOrigin {
  return viewer.kind === 'service' || viewer.role === 'bot' ? 'automated' : 'user_input';
}

/** Only the sender edits, whatever the role, and only words that a person wrote and that are still there. */
export function canEdit(viewer: Viewer, message: MessageFacts): boolean {
  return message.senderId === viewer.userId && message.kind === 'text' && !message.isDeleted;
}

/** The sender deletes their own; agents and admins who may read the conversation delete as moderation. */
export function canDelete(viewer: Viewer, message: MessageFacts): boolean {
  return message.senderId === viewer.userId || isModerator(viewer);
}

/** Whether the viewer may take down what others wrote. */
export function isModerator(viewer: Viewer): boolean {
  return isAdmin(viewer) || viewer.role === 'agent';
}

/** A reply is seen by no more people than the message that opened its thread. */
export function fitsThread(reply: Audience, root: Audience): boolean {
  return root === 'all' || reply === 'staff' || reply === root;
}

/** Whether a sender belongs to an audience, so that nobody writes what they could not read. */
export function canAddress(sender: AudienceSet, audience: Audience): boolean {
  return canSee(sender, audience);
}
