import type { Bus } from '../../bus/contract.js';
import type { Deps } from '../../deps.js';
import { PresenceNode } from './presence-node.js';

const nodes = new WeakMap<Bus, PresenceNode>();

/** The presence of this node, made when first asked for. A node is known by its bus. */
export function presenceNode(deps: Deps): PresenceNode {
  const known = nodes.get(deps.bus);
  if (known) return known;
  const node = new PresenceNode(deps);
  nodes.set(deps.bus, node);
  return node;
}

/** Lets everybody of this node go and stops its timers; for when the node stops. */
export async function stopPresence(deps: Deps): Promise<void> {
  const node = nodes.get(deps.bus);
  nodes.delete(deps.bus);
  await node?.close();
}
