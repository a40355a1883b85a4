import type { Clock } from '../kernel/clock.js';
import type { Ephemeral } from './contract.js';

/** Facts that die by themselves, in one process. What has expired is dropped when its key is next touched. */
export function createMemoryEphemeral(clock: Clock): Ephemeral {
  const keys = new Map<string, Map<string, number>>();

  const prune = (key: string): Map<string, number> | undefined => {
    const held = keys.get(key);
    if (!held) return undefined;
    const now = clock.now().getTime();
    for (const [member, until] of held) if (until <= now) held.delete(member);
    if (held.size === 0) keys.delete(key);
    return held;
  };

  return {
    hold(key, member, ttlMs) {
      const held = prune(key) ?? new Map<string, number>();
      keys.set(key, held.set(member, clock.now().getTime() + ttlMs));
      return Promise.resolve();
    },
    release(key, member) {
      const held = prune(key);
      held?.delete(member);
      if (held?.size === 0) keys.delete(key);
      return Promise.resolve();
    },
    members(wanted) {
      const now = clock.now().getTime();
      return Promise.resolve(
        wanted.map((key) => new Map([...(prune(key) ?? [])].map(([member, until]) => [member, until - now]))),
      );
    },
    close() {
      keys.clear();
      return Promise.resolve();
    },
  };
}
