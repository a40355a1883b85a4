import { Avatar } from '@parley/example-parts/avatar';
import { icons } from '@parley/example-parts/icons';
import { useConversation } from '@parley/react';
import { useCustomer, useTags } from '@parley/react/support';
import type { Customer, SupportCase } from '@parley/sdk';
import { useState } from 'react';
import { Problem, useAction } from '../shared/problem.js';
import { dayAndTime } from '../shared/time.js';
import { Escalations } from './escalations.js';

interface PanelProps {
  readonly supportCase: SupportCase;
  readonly onClose: () => void;
}

const money = (amountMinor: number, currency: string) => new Intl.NumberFormat(undefined, { style: 'currency', currency }).format(amountMinor / 100);
const textOfValue = (value: unknown): string => (Array.isArray(value) ? value.join(', ') : String(value));

/** Tags of the conversation, for staff alone: taken off with a click, put on from the site's own. */
function Tags({ conversationId }: { readonly conversationId: string }) {
  const own = useConversation({ select: ({ tags }) => tags });
  const { tags, add, take, create } = useTags();
  const [name, setName] = useState('');
  const { run, problem } = useAction();
  const known = new Set(own.map(({ id }) => id));
  const put = () =>
    run(async () => {
      const tag = tags.find((each) => each.name.toLowerCase() === name.trim().toLowerCase()) ?? (await create({ name: name.trim(), color: '#5c6370' }));
      await add(conversationId, tag.id);
      setName('');
    });
  return (
    <section>
      <h2>Tags</h2>
      <ul className="tags">
        {own.map((tag) => (
          <li key={tag.id} className="chip" style={{ '--tag': tag.color }} data-tag="">
            {tag.name}
            <button aria-label={`Take off ${tag.name}`} onClick={() => void run(() => take(conversationId, tag.id))}>
              ×
            </button>
          </li>
        ))}
      </ul>
      <form
        className="tag-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim() !== '') void put();
        }}
      >
        <input aria-label="Put on a tag" list="known-tags" placeholder="Put on a tag" value={name} onChange={({ target }) => setName(target.value)} />
        <datalist id="known-tags">
          {tags
            .filter(({ id }) => !known.has(id))
            .map((tag) => (
              <option key={tag.id} value={tag.name} />
            ))}
        </datalist>
        <button>Put on</button>
      </form>
      <Problem text={problem} />
    </section>
  );
}

function History({ customer, conversationId }: { readonly customer: Customer; readonly conversationId: string }) {
  const { bookings, payments, conversations, totals } = customer;
  const earlier = conversations.edges.filter(({ node }) => node.id !== conversationId);
  return (
    <>
      <section>
        <h2>Bookings · {totals.bookings}</h2>
        <ul>
          {bookings.edges.map(({ node }) => (
            <li key={node.id}>
              {node.title} <span className="chip">{node.status.toLowerCase().replace('_', ' ')}</span>
              <br />
              <small>{node.startsAt === null ? '' : dayAndTime(node.startsAt)}</small>
            </li>
          ))}
        </ul>
      </section>
      <section>
        <h2>Payments · {totals.payments}</h2>
        <ul>
          {payments.edges.map(({ node }) => (
            <li key={node.id}>
              {money(node.amountMinor, node.currency)} <span className="chip" data-tone={node.status === 'FAILED' ? 'bad' : node.status === 'PAID' ? 'good' : ''}>{node.status.toLowerCase()}</span>
              <br />
              <small>
                {node.description} {dayAndTime(node.paidAt)}
              </small>
            </li>
          ))}
        </ul>
      </section>
      <section>
        <h2>Earlier conversations · {Math.max(0, totals.conversations - 1)}</h2>
        <ul>
          {earlier.map(({ node }) => (
            <li key={node.id}>
              <a href={`#${node.id}`}>{node.title || node.kind.toLowerCase()}</a> <small>{dayAndTime(node.lastActivityAt)}</small>
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}

/** What is known of the customer, beside the conversation. */
export function CustomerPanel({ supportCase, onClose }: PanelProps) {
  const { customer, status, error } = useCustomer({ userId: supportCase.customer.id });
  const person = supportCase.customer;
  const attributes = Object.entries(customer?.attributes ?? {});
  return (
    <aside className="context" aria-label="About the customer">
      <section>
        <div className="person">
          <Avatar name={person.displayName} />
          <p>
            <strong>{person.displayName}</strong>
            <br />
            <small>{person.isGuest ? 'Guest' : person.role.toLowerCase()}</small>
          </p>
          <button className="icon" aria-label="Close" onClick={onClose}>
            {icons.close}
          </button>
        </div>
        {status === 'failed' ? <p role="alert" className="problem">{error.message}</p> : null}
        <dl className="facts">
          {customer?.user.email ? (
            <>
              <dt>E-mail</dt>
              <dd>{customer.user.email}</dd>
            </>
          ) : null}
          {attributes.map(([name, value]) => (
            <div key={name} className="fact">
              <dt>{name}</dt>
              <dd>{textOfValue(value)}</dd>
            </div>
          ))}
          {supportCase.page === null ? null : (
            <>
              <dt>Asked on</dt>
              <dd>{supportCase.page}</dd>
            </>
          )}
          {supportCase.referrer === null ? null : (
            <>
              <dt>Came from</dt>
              <dd>{supportCase.referrer}</dd>
            </>
          )}
        </dl>
      </section>
      <Tags conversationId={supportCase.conversationId} />
      <Escalations caseId={supportCase.id} />
      {customer === null ? null : <History customer={customer} conversationId={supportCase.conversationId} />}
    </aside>
  );
}
