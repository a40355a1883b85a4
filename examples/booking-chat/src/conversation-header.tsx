import { Avatar } from '@parley/example-parts/avatar';
import { icons } from '@parley/example-parts/icons';
import { useConversation, usePresence } from '@parley/react';
import type { BookingContext } from '@parley/sdk';
import { appointmentTime, timeAgo } from './time.js';
import { listNames, words } from './words.js';

/** jobNumber and job_number, as people write them. */
const wordsOf = (name: string) => name.replaceAll('_', ' ').replaceAll(/(\p{Ll})(\p{Lu})/gu, '$1 $2').toLowerCase();

function Booking({ booking }: { readonly booking: BookingContext }) {
  const details = Object.entries(booking.metadata);
  return (
    <details className="booking">
      <summary>
        <span className="booking-status" data-status={booking.status}>
          {words.bookingStatus[booking.status]}
        </span>
        <strong>{booking.title}</strong>
        {booking.startsAt ? (
          <time dateTime={booking.startsAt}>{appointmentTime(booking.startsAt, booking.endsAt)}</time>
        ) : null}
      </summary>
      <dl>
        <div>
          <dt>Booking</dt>
          <dd>{booking.externalId}</dd>
        </div>
        {details.map(([name, value]) => (
          <div key={name}>
            <dt>{wordsOf(name)}</dt>
            <dd>{typeof value === 'string' ? value : JSON.stringify(value)}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

interface ConversationHeaderProps {
  readonly onClose: () => void;
  readonly onSearch: () => void;
}

/** With whom, whether they are there, the booking that it is about, and the way into the search. */
export function ConversationHeader({ onClose, onSearch }: ConversationHeaderProps) {
  const { conversation } = useConversation();
  const { people, isOnline } = usePresence();
  const lastSeen = people.map((person) => person.lastSeenAt).findLast((time) => time !== null);
  const title = people.length > 0 ? listNames(people.map(({ user }) => user)) : (conversation?.title ?? 'Loading');
  return (
    <header className="conversation-header">
      <button className="icon back" onClick={onClose} aria-label="Back to the list">
        {icons.back}
      </button>
      <Avatar name={title} tone={isOnline ? 'ONLINE' : undefined} />
      <div className="conversation-header-text">
        <h2>{title}</h2>
        <p className="presence">
          {isOnline ? 'Online' : lastSeen ? `Last seen ${timeAgo(lastSeen)}` : 'Offline'}
        </p>
      </div>
      <button className="icon" onClick={onSearch} aria-label="Search this conversation">
        {icons.search}
      </button>
      {conversation?.booking ? <Booking booking={conversation.booking} /> : null}
    </header>
  );
}
