import type { BookingContext, MessageItem, Person } from '@parley/sdk';

const roles: Record<Person['role'], string> = {
  CLIENT: 'Client',
  PROVIDER: 'Provider',
  AGENT: 'Support',
  ADMIN: 'Admin',
  BOT: 'Assistant',
  SYSTEM: 'System',
};

const bookingStatus: Record<BookingContext['status'], string> = {
  REQUESTED: 'Requested',
  CONFIRMED: 'Confirmed',
  IN_PROGRESS: 'Under way',
  COMPLETED: 'Completed',
  CANCELLED: 'Cancelled',
};

const messageStatus: Record<MessageItem['status'], string> = {
  sending: 'Sending',
  sent: 'Sent',
  delivered: 'Delivered',
  read: 'Read',
  failed: 'Not sent',
};

/** The words that people read for what the protocol names. */
export const words = { role: roles, bookingStatus, messageStatus };

const names = new Intl.ListFormat(undefined, { type: 'conjunction' });

/** "Ada, Ben and Cleo". */
export const listNames = (people: readonly Person[]): string => names.format(people.map((person) => person.displayName));
