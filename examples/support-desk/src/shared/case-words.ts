import type { AwaitedParty, SupportCase } from '@parley/sdk';

/** A text for a chip, and its colour. */
export type Toned = readonly [text: string, tone: string];

/** Where a case stands, to staff. */
export const statusWords: Record<SupportCase['status'], Toned> = {
  QUEUED: ['Waiting', 'wait'],
  OPEN: ['Open', 'accent'],
  PENDING: ['Waits for customer', ''],
  SNOOZED: ['Snoozed', ''],
  RESOLVED: ['Resolved', 'good'],
  CLOSED: ['Closed', ''],
};

/** How urgent; what is usual has no chip. */
export const priorityWords: Record<NonNullable<SupportCase['priority']>, Toned | null> = {
  LOW: ['Low', ''],
  MEDIUM: null,
  HIGH: ['High', 'wait'],
  URGENT: ['Urgent', 'bad'],
};

/** Who leads, where that is no person. */
export const controlWords: Record<SupportCase['control'], Toned | null> = { BOT: ['Bot answers', 'accent'], QUEUE: null, AGENT: null };

/** Whose turn it is. */
export const awaitedWords: Record<AwaitedParty['role'], string> = {
  CLIENT: 'Customer’s turn',
  PROVIDER: 'Provider’s turn',
  TEAM_MEMBER: 'Provider’s turn',
  AGENT: 'Our turn',
  ADMIN: 'An admin’s turn',
  BOT: 'Bot’s turn',
};

/** What a case is about, for a list. */
export const titleOf = ({ subject, customer }: Pick<SupportCase, 'subject' | 'customer'>): string => subject || `Question of ${customer.displayName}`;
