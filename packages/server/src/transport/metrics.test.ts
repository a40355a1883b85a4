import { expect, it } from 'vitest';
import { createFeedCounters } from '../log/counters.js';
import { closeLabel, createMetrics } from './metrics.js';
import type { NodeState } from './node-metrics.js';

const node: NodeState = { feeds: createFeedCounters(), queues: [], pools: [], sendsWaiting: 0, eventsAside: 0, operations: 0, shedShare: 0, isBusUp: true, isDraining: false };

it('R160: a group of deliveries is observed at once, as if each had been observed alone', async () => {
  const metrics = createMetrics({ ofProcess: false, node: () => node });
  metrics.deliverySeconds.observeMany(0.001, 3);
  metrics.deliverySeconds.observeMany(0.02, 2);
  metrics.deliverySeconds.observeMany(60, 1);
  const { body } = await metrics.text();
  for (const line of [
    'parley_delivery_seconds_bucket{le="0.001"} 3',
    'parley_delivery_seconds_bucket{le="0.01"} 3',
    'parley_delivery_seconds_bucket{le="0.025"} 5',
    'parley_delivery_seconds_bucket{le="10"} 5',
    'parley_delivery_seconds_bucket{le="+Inf"} 6',
    'parley_delivery_seconds_sum 60.043',
    'parley_delivery_seconds_count 6',
    'parley_deliveries_total 6',
  ]) {
    expect(body).toContain(`${line}\n`);
  }
});

it('R160 R196: names follow the conventions of Prometheus, and no label can name a tenant, a user or a conversation', () => {
  const described = createMetrics({ ofProcess: false, node: () => node }).describe();
  const closed = ['code', 'feed', 'field', 'limit', 'kind', 'outcome', 'pool', 'reason', 'state', 'transport', 'way'];
  for (const { name, type, help, labels } of described) {
    expect(name).toMatch(/^parley_[a-z]+(_[a-z]+)*$/);
    expect(name.endsWith('_total'), name).toBe(type === 'counter');
    if (type === 'histogram') expect(name).toMatch(/_seconds$/);
    expect(help).toMatch(/^\S.*\.$/);
    for (const label of labels) expect(closed, `${name} ${label}`).toContain(label);
  }
  expect(described.length).toBeGreaterThan(20);
});

it('tells known close codes apart and puts the rest together', () => {
  expect([1012, 4403, 1006, 3999, 4242].map(closeLabel)).toEqual(['1012', '4403', '1006', 'other', 'other']);
});
