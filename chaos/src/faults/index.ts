import type { Fault } from '../fault.js';
import { database } from './database.js';
import { desk } from './desk.js';
import { links } from './links.js';
import { nodeKilled } from './node-killed.js';
import { nodes } from './nodes.js';
import { overload } from './overload.js';
import { postgres } from './postgres.js';
import { redis } from './redis.js';

/** Every fault, in the order of a run. */
export const FAULTS: readonly Fault[] = [...nodeKilled, ...redis, ...postgres, ...nodes, ...links, ...overload, ...desk, ...database];
