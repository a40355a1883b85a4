import { expect, it } from 'vitest';
import { ChatError } from '../kernel/errors.js';
import { readiness } from './health.js';

const up = { ping: async () => undefined };
const down = { ping: () => Promise.reject(new ChatError('UNAVAILABLE', 'unable to use the database')) };

it.each([
  ['all is well', up, true, false, { status: 'ready', database: 'up', bus: 'up' }],
  ['P6: without Redis it is slower but whole', up, false, false, { status: 'degraded', database: 'up', bus: 'down' }],
  ['without its database it can do nothing', down, true, false, { status: 'unavailable', database: 'down', bus: 'up' }],
  ['while it stops it takes nothing new', up, true, true, { status: 'unavailable', database: 'up', bus: 'up' }],
] as const)('%s', async (_name, db, isUp, isDraining, state) => {
  expect(await readiness({ db, bus: { isUp } }, isDraining)).toEqual(state);
});
