import { randomToken } from '../kernel/ids.js';
import type { Role } from '../kernel/words.js';
import { issueApiKey, provisionSite, signUserToken, type SiteSettings } from '../modules/identity/index.js';
import { Actor } from './actor.js';
import type { TestServer } from './server.js';

/** What a seed needs of a server. */
export type SeededServer = Pick<TestServer, 'deps' | 'url'>;

/** Roles that a seed gives to people. */
export type SeededRole = Exclude<Role, 'system'>;

/** A user of the seeded site, signed in. */
export class Person extends Actor {
  constructor(
    url: string,
    readonly token: string,
    private readonly user: { readonly id: string; readonly name: string; readonly role: SeededRole },
  ) {
    super(url, token);
  }

  /** The user's id. */
  get id(): string {
    return this.user.id;
  }

  /** The name given to the seed; also the host's id of the user, and the name shown. */
  get name(): string {
    return this.user.name;
  }

  /** What the user is on the site. */
  get role(): SeededRole {
    return this.user.role;
  }
}

/** State of a booking in GraphQL's words. */
export type SeededBookingStatus = 'REQUESTED' | 'CONFIRMED' | 'IN_PROGRESS' | 'COMPLETED' | 'CANCELLED';

/** A booking as the seed made it. */
export interface SeededBooking {
  readonly id: string;
  readonly externalId: string;
  /** Its conversation; throws while it has none. */
  readonly conversationId: string;
  /** Tells the server of another state, as the host would. */
  become(status: SeededBookingStatus): Promise<void>;
}

/** What was seeded. */
export interface World<P extends string, B extends string> {
  readonly site: { readonly id: string; readonly publicKey: string; readonly secret: string };
  /** The host's back-end, with an API key. */
  readonly service: Actor;
  /** Somebody without a credential. */
  readonly nobody: Actor;
  readonly people: Readonly<Record<P, Person>>;
  readonly bookings: Readonly<Record<B, SeededBooking>>;
  /** A token for a user of the site, known or not. */
  token(externalId: string, role: SeededRole, expiresInSeconds?: number): Promise<string>;
  /** Closes every socket of everybody. */
  close(): Promise<void>;
}

interface BookingPlan {
  readonly name: string;
  readonly status: SeededBookingStatus;
  readonly client: string;
  readonly provider: string;
}

interface Plan {
  readonly settings: Partial<SiteSettings>;
  readonly people: readonly { readonly name: string; readonly role: SeededRole }[];
  readonly bookings: readonly BookingPlan[];
}

const SYNC = `mutation ($input: SyncBookingInput!) { syncBooking(input: $input) { booking { id } conversation { id } } }`;

interface Synced {
  readonly syncBooking: { readonly booking: { readonly id: string }; readonly conversation: { readonly id: string } | null };
}

/** Describes a site with people and bookings; `ready()` makes it. Each seed is a site of its own. */
export class Seed<P extends string = never, B extends string = never> {
  constructor(
    private readonly server: SeededServer,
    private readonly plan: Plan = { settings: {}, people: [], bookings: [] },
  ) {}

  /** Settings of the site. */
  site(settings: Partial<SiteSettings>): Seed<P, B> {
    return new Seed<P, B>(this.server, { ...this.plan, settings: { ...this.plan.settings, ...settings } });
  }

  client<N extends string>(name: N): Seed<P | N, B> {
    return this.person(name, 'client');
  }

  provider<N extends string>(name: N): Seed<P | N, B> {
    return this.person(name, 'provider');
  }

  agent<N extends string>(name: N): Seed<P | N, B> {
    return this.person(name, 'agent');
  }

  admin<N extends string>(name: N): Seed<P | N, B> {
    return this.person(name, 'admin');
  }

  bot<N extends string>(name: N): Seed<P | N, B> {
    return this.person(name, 'bot');
  }

  /** A booking between two of the people, confirmed unless told otherwise, so with its conversation. Default: first client and first provider. */
  booking<N extends string>(name: N, of: { status?: SeededBookingStatus; client?: P; provider?: P } = {}): Seed<P, B | N> {
    const first = (role: SeededRole): string => {
      const found = this.plan.people.find((person) => person.role === role);
      if (!found) throw new Error(`unable to seed the booking ${name}; there is no ${role}`);
      return found.name;
    };
    const booking = { name, status: of.status ?? 'CONFIRMED', client: of.client ?? first('client'), provider: of.provider ?? first('provider') };
    return new Seed<P, B | N>(this.server, { ...this.plan, bookings: [...this.plan.bookings, booking] });
  }

  /** Makes all of it. */
  async ready(): Promise<World<P, B>> {
    const { deps, url } = this.server;
    const { site, secret } = await provisionSite(deps, {
      name: 'Vans',
      publicKey: `pk_${randomToken(12)}`,
      allowedOrigins: ['*'],
      settings: { welcomeMessage: '', ...this.plan.settings },
    });
    const key = await issueApiKey(deps, { siteId: site.id, name: 'host' });
    const service = new Actor(url, key.secret);
    const token = (sub: string, role: SeededRole, expiresInSeconds = 12 * 3600): Promise<string> =>
      signUserToken({ publicKey: site.publicKey, secret }, { sub, role, name: sub, expiresInSeconds, now: deps.clock.now() });
    const people = new Map<string, Person>();
    for (const { name, role } of this.plan.people) people.set(name, await this.makePerson({ name, role, siteId: site.id, token: await token(name, role) }));
    const bookings = new Map<string, SeededBooking>();
    for (const booking of this.plan.bookings) bookings.set(booking.name, await makeBooking(service, booking));
    const nobody = new Actor(url, null);
    const everybody = [...people.values(), service, nobody];
    return {
      site: { id: site.id, publicKey: site.publicKey, secret },
      service,
      nobody,
      people: asRecord<P, Person>(people),
      bookings: asRecord<B, SeededBooking>(bookings),
      token,
      close: async () => void (await Promise.all(everybody.map((actor) => actor.close()))),
    };
  }

  private person<N extends string>(name: N, role: SeededRole): Seed<P | N, B> {
    return new Seed<P | N, B>(this.server, { ...this.plan, people: [...this.plan.people, { name, role }] });
  }

  private async makePerson(of: { name: string; role: SeededRole; siteId: string; token: string }): Promise<Person> {
    const guest = new Actor(this.server.url, of.token);
    // The server makes a user when it first sees a token of theirs.
    const { viewer } = await guest.must<{ viewer: { id: string } }>('{ viewer { id } }');
    return new Person(this.server.url, of.token, { id: viewer.id, name: of.name, role: of.role });
  }
}

async function makeBooking(service: Actor, { name, status, client, provider }: BookingPlan): Promise<SeededBooking> {
  const externalId = `booking-${name}`;
  let version = 0;
  let conversationId: string | null = null;
  const sync = async (state: SeededBookingStatus): Promise<string> => {
    version += 1;
    const input = { externalId, title: name, status: state, version, client: { externalId: client }, provider: { externalId: provider } };
    const { syncBooking } = await service.must<Synced>(SYNC, { input });
    conversationId = syncBooking.conversation?.id ?? conversationId;
    return syncBooking.booking.id;
  };
  const id = await sync(status);
  return {
    id,
    externalId,
    get conversationId() {
      if (conversationId === null) throw new Error(`the booking ${name} has no conversation yet`);
      return conversationId;
    },
    async become(next) {
      await sync(next);
    },
  };
}

/** Every name of the plan was put into the map, which the type of the plan knows and the map does not. */
function asRecord<K extends string, V>(map: ReadonlyMap<string, V>): Readonly<Record<K, V>> {
  return Object.fromEntries(map) as Record<K, V>;
}

/** Begins to describe a site with its people, e.g. `seed(server).client('ada').provider('ben').booking('move').ready()`. */
export function seed(server: SeededServer): Seed {
  return new Seed(server);
}
