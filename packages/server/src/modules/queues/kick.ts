import type { Bus } from '../../bus/contract.js';
import type { Deps } from '../../deps.js';

type Kick = (siteId: string) => void;

const kicks = new WeakMap<Bus, Kick>();

/** Says who matches the cases of a site on this node. The answer takes it back. */
export function onKick(bus: Bus, kick: Kick): () => void {
  kicks.set(bus, kick);
  return () => void kicks.delete(bus);
}

/** Something changed that may let a case be matched: an agent has room, or a case waits. Call it after the commit. Never throws, and nobody waits for it. */
export function kickQueues(deps: Pick<Deps, 'bus'>, siteId: string): void {
  kicks.get(deps.bus)?.(siteId);
}
