import { acceptOffer, offers, startSupport, upsertAgent, upsertQueue, type Offer, type SupportCase, type UpsertQueueInput } from '@parley/sdk/operations';
import { expect } from 'vitest';
import type { TestClock } from '../../kernel/clock.js';
import { randomToken } from '../../kernel/ids.js';
import type { Person, TestServer } from '../../testing/index.js';

const INBOX = 'subscription { inboxFeed { __typename } }';

/** Connects an agent at a node and answers with what ends the connection. */
export async function connect(person: Person, url?: string): Promise<{ close(): Promise<unknown> }> {
  const socket = await (url === undefined ? person : person.at(url)).socket();
  await socket.subscribe(INBOX, {}).next();
  return socket;
}

/** Makes a queue named `key`. */
export async function queue(admin: Person, input: Partial<UpsertQueueInput> = {}): Promise<string> {
  const made = await upsertQueue(admin, { key: 'help', ...input });
  return made.queue.id;
}

/** Says what an agent can do. */
export async function able(admin: Person, agent: Person, of: { departments?: string[]; skills?: string[]; max?: number }): Promise<void> {
  await upsertAgent(admin, {
    userId: agent.id,
    ...(of.departments ? { departments: of.departments } : {}),
    ...(of.skills ? { skills: of.skills.map((name) => ({ name })) } : {}),
    ...(of.max === undefined ? {} : { maxConversations: of.max }),
  });
}

/** Starts a case of a customer. */
export async function ask(customer: Person, input: Partial<Parameters<typeof startSupport>[1]> = {}): Promise<SupportCase> {
  return (await startSupport(customer, { clientId: `ask-${randomToken(9)}`, text: 'help!', ...input })).case;
}

/** The pending offers of an agent, once there are as many; the clock is turned by a sweep each time, when there is one. */
export async function offered(agent: Person, count = 1, clock?: TestClock): Promise<readonly Offer[]> {
  let found: readonly Offer[] = [];
  await expect
    .poll(async () => {
      await clock?.advance(2_000);
      found = (await offers(agent)).filter(({ status }) => status === 'PENDING');
      return found.length;
    })
    .toBe(count);
  return found;
}

/** Waits for one offer and accepts it. */
export async function take(agent: Person, clock?: TestClock): Promise<SupportCase> {
  const [offer] = await offered(agent, 1, clock);
  if (!offer) throw new Error('there is no offer');
  return (await acceptOffer(agent, { offerId: offer.id })).case;
}

/** How often any case has more than one live offer, and any agent more than their capacity: never. */
export async function brokenPromises(server: TestServer, siteId: string): Promise<unknown[]> {
  return server.db.hot(
    {
      name: 'test.p9',
      text: `SELECT 'twice' AS what, case_id AS id FROM offer WHERE site_id = $1 AND status IN ('pending', 'accepted', 'wrapping_up') GROUP BY case_id HAVING count(*) > 1
        UNION ALL SELECT 'full', o.agent_id FROM offer o LEFT JOIN agent a ON a.user_id = o.agent_id WHERE o.site_id = $1 AND o.status IN ('pending', 'accepted', 'wrapping_up')
          GROUP BY o.agent_id, a.max_conversations HAVING count(*) > coalesce(a.max_conversations, 8)`,
    },
    [siteId],
  );
}
