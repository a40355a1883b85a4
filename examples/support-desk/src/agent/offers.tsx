import { useOffers } from '@parley/react/support';
import type { Offer } from '@parley/sdk';
import { priorityWords, titleOf } from '../shared/case-words.js';
import { Chip } from '../shared/chip.js';
import { Problem, useAction } from '../shared/problem.js';
import { useNow } from '../shared/use-now.js';

interface OfferCardProps {
  readonly offer: Offer;
  readonly onAccept: () => Promise<unknown>;
  readonly onReject: () => Promise<unknown>;
}

function OfferCard({ offer, onAccept, onReject }: OfferCardProps) {
  const now = useNow(250);
  const { run, problem, isRunning } = useAction();
  const [begin, end] = [Date.parse(offer.createdAt), Date.parse(offer.expiresAt)];
  const seconds = Math.max(0, Math.ceil((end - now) / 1000));
  const { customer, priority, queue } = offer.case;
  return (
    <li className="offer">
      <header>
        <strong>{customer.displayName}</strong>
        <span className="chip" data-tone={seconds <= 5 ? 'bad' : 'accent'}>
          {seconds} s
        </span>
      </header>
      <p className="subject">{titleOf(offer.case)}</p>
      <p>
        <span className="chip">{queue.name}</span> <Chip of={priority === null ? null : priorityWords[priority]} />
      </p>
      <progress value={Math.max(0, end - now)} max={Math.max(1, end - begin)} aria-hidden="true" />
      <footer>
        <button className="primary" disabled={isRunning} onClick={() => void run(onAccept)}>
          Accept
        </button>
        <button disabled={isRunning} onClick={() => void run(onReject)}>
          Reject
        </button>
      </footer>
      <Problem text={problem} />
    </li>
  );
}

/** Customers that I am asked to take, each with the time that is left. */
export function Offers({ onOpen }: { readonly onOpen: (conversationId: string) => void }) {
  const { offers, accept, reject } = useOffers();
  const pending = offers.filter(({ status }) => status === 'PENDING');
  return (
    <>
      <p role="status" className="visually-hidden">
        {pending.length === 0 ? '' : `${pending.length} offered: ${pending.map((offer) => titleOf(offer.case)).join(', ')}`}
      </p>
      <ul className="offers" aria-label="Offers">
        {pending.map((offer) => (
          <OfferCard
            key={offer.id}
            offer={offer}
            onAccept={async () => {
              await accept(offer.id);
              onOpen(offer.case.conversationId);
            }}
            onReject={() => reject(offer.id)}
          />
        ))}
      </ul>
    </>
  );
}
