import { describe, expect, it } from 'vitest';
import { isId, kindOfId, newId } from './ids.js';

describe('ids', () => {
  it('are UUIDs of version 7 under their prefix, each another, rising as they are made', () => {
    const before = Date.now();
    const ids = Array.from({ length: 10_000 }, () => newId('message'));
    const after = Date.now();
    expect(new Set(ids).size).toBe(ids.length);
    expect([...ids].sort()).toEqual(ids);
    for (const id of ids) {
      expect(id).toMatch(/^msg_[0-9a-f]{12}7[0-9a-f]{3}[89ab][0-9a-f]{15}$/);
      const time = Number.parseInt(id.slice(4, 16), 16);
      expect(time >= before && time <= after + 1).toBe(true);
    }
    expect(isId('message', ids[0] ?? '')).toBe(true);
    expect(isId('user', ids[0] ?? '')).toBe(false);
    expect(kindOfId(newId('booking'))).toBe('booking');
  });

  it('have random ends that no two share by more than chance', () => {
    // 32 random bits: among 10,000 of them about 0.01 pairs are equal.
    const ends = Array.from({ length: 10_000 }, () => newId('user').slice(-8));
    expect(new Set(ends).size).toBeGreaterThan(ends.length - 3);
    const ones = ends.reduce((sum, end) => sum + Number.parseInt(end, 16).toString(2).replaceAll('0', '').length, 0);
    expect(ones / (ends.length * 32)).toBeCloseTo(0.5, 2);
  });
});
