import { describe, expect, it } from 'vitest';
import { readArguments } from './arguments.js';
import { Latencies } from './histogram.js';
import { isMet, jsonOf, median, ratioOf, tableOf } from './report.js';
import { resultsPage } from './results-page.js';
import type { Row } from './scenario.js';

const row: Row = {
  scenario: 'a',
  metric: 'sends a second',
  unit: '1/s',
  better: 'higher',
  values: { floor: 1000, parley: 1600 },
  target: { ratio: 1.5 },
  lost: 0,
  repeated: 0,
  outOfOrder: 0,
};

describe('the report', () => {
  it('takes the middle of several runs', () => {
    expect([median([3, 1, 2]), median([4, 1, 2, 3]), median([7])]).toEqual([2, 2.5, 7]);
    expect(median([])).toBeNaN();
  });

  it('divides Parley by the floor, where both were measured', () => {
    expect(ratioOf(row)).toBe(1.6);
    expect(ratioOf({ values: { parley: 1 } })).toBeNull();
  });

  it('knows a reached target, which way round it is, and that nothing may be lost', () => {
    expect(isMet(row)).toBe(true);
    expect(isMet({ ...row, better: 'lower' })).toBe(false);
    expect(isMet({ ...row, lost: 1 })).toBe(false);
    expect(isMet({ ...row, target: { ratio: 1.5, max: 1500 } })).toBe(false);
    expect(isMet({ ...row, target: { min: 1601 } })).toBe(false);
    const { target: _, ...without } = row;
    expect(isMet(without)).toBeNull();
  });

  it('prints one object for a figure, and a table', () => {
    expect(JSON.parse(jsonOf(row))).toMatchObject({ scenario: 'a', metric: 'sends a second', parley: 1600, floor: 1000, ratio: 1.6, lost: 0, repeated: 0, outOfOrder: 0 });
    expect(tableOf([row], ['floor', 'parley'])).toMatch(/sends a second +1\/s +1000 +1600 +1\.60 +≥ 1\.5× ok +0\/0\/0/);
  });

  it('writes a page that says what was run, on what', () => {
    const page = resultsPage([row], { versions: { node: '20.20.2' }, command: 'npm run bench -- --only a', contenders: ['floor', 'parley'], runs: 3 });
    expect(page).toContain('| a | sends a second | 1/s | 1000 | 1600 | 1.60 | ≥ 1.5×, met | 0, 0, 0 |');
    expect(page).toMatch(/node 20\.20\.2; medians of 3 runs[^]*\n {4}npm run bench -- --only a\n/);
  });

  it('divides Parley by each peer too, and says where it is behind', () => {
    const among: Row = { ...row, values: { parley: 1600, socketio: 800, yoga: 2000 } };
    expect(JSON.parse(jsonOf(among))).toMatchObject({ ratio: null, socketio: 800, yoga: 2000, ratios: { socketio: 2, yoga: 0.8 } });
    expect(tableOf([among], ['parley', 'socketio', 'yoga'])).toMatch(/1600 +800 +2000 +2\.00 +0\.80 behind +≥ 1\.5× +0\/0\/0/);
    expect(tableOf([{ ...among, better: 'lower' }], ['parley', 'yoga'])).not.toContain('behind');
    expect(jsonOf(row)).not.toContain('ratios');
  });

  it('measures the peers unless it is to be quick or others are asked for', () => {
    expect(readArguments([], ['a']).contenders).toEqual(['floor', 'parley', 'socketio', 'yoga']);
    expect(readArguments(['--quick'], ['a']).contenders).toEqual(['floor', 'parley']);
    expect(readArguments(['--quick', '--contenders', 'parley,yoga'], ['a']).contenders).toEqual(['parley', 'yoga']);
  });

  it('gives percentiles in milliseconds', () => {
    const latencies = new Latencies();
    for (let ms = 1; ms <= 1000; ms += 1) latencies.record(ms);
    const { count, p50, p99, max } = latencies.distribution();
    expect(count).toBe(1000);
    expect(p50).toBeCloseTo(500, -1);
    expect(p99).toBeCloseTo(990, -1);
    expect(max).toBeCloseTo(1000, -1);
  });

  it('refuses what it does not know', () => {
    expect(readArguments(['--only', 'b', '--quick'], ['a', 'b'])).toMatchObject({ only: ['b'], quick: true, json: false });
    expect(() => readArguments(['--only', 'z'], ['a'])).toThrow(/no scenario z/);
    expect(() => readArguments(['--contenders', 'floor,other'], ['a'])).toThrow(/no contender other/);
    expect(() => readArguments(['--runs', '0'], ['a'])).toThrow(/--runs/);
  });
});
