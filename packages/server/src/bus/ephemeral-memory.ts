import type { Clock } from '../kernel/clock.js';
import type { Ephemeral } from './contract.js';

interface Fact {
  readonly member: string;
  /** Milliseconds since 1970. */
  until: number;
}

/** Facts that die by themselves, in one process. What has expired is dropped when its key is next touched. */
export function createMemoryEphemeral(clock: Clock): Ephemeral {
  // Most keys have one member, and there is one for each person who is there: a list is much smaller than a map.
  const keys = new Map<string, Fact[]>();

  const prune = (key: string): Fact[] => {
    const held = keys.get(key);
    if (!held) return [];
    const now = clock.now().getTime();
    if (held.every(({ until }) => until > now)) return held;
    return keep(key, held.filter(({ until }) => until > now));
  };

  const keep = (key: string, facts: Fact[]): Fact[] => {
    if (facts.length > 0) keys.set(key, facts);
    else keys.delete(key);
    return facts;
  };

  return {
    hold(key, member, ttlMs) {
      const held = prune(key);
      const until = clock.now().getTime() + ttlMs;
      const known = held.find((fact) => fact.member === member);
      if (known) known.until = until;
      else keep(key, [...held, { member, until }]);
      return Promise.resolve();
    },
    release(key, member) {
      const held = prune(key);
      if (held.some((fact) => fact.member === member)) keep(key, held.filter((fact) => fact.member !== member));
      return Promise.resolve();
    },
    members(wanted) {
      const now = clock.now().getTime();
      return Promise.resolve(wanted.map((key) => new Map(prune(key).map(({ member, until }) => [member, until - now]))));
    },
    close() {
      keys.clear();
      return Promise.resolve();
    },
  };
}
