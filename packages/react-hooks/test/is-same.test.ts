import { expect, it } from 'vitest';
import { isSame } from '../src/is-same.js';

it('compares content to its depth, and identity below', () => {
  const deep = { four: 4 };
  expect(isSame({ list: [{ a: 1 }] }, { list: [{ a: 1 }] })).toBe(true);
  expect(isSame({ list: [{ a: 1 }] }, { list: [{ a: 2 }] })).toBe(false);
  expect(isSame({ one: { two: { three: deep } } }, { one: { two: { three: deep } } })).toBe(true);
  expect(isSame({ one: { two: { three: deep } } }, { one: { two: { three: { ...deep } } } })).toBe(false);
  expect(isSame({ one: { two: { three: deep } } }, { one: { two: { three: { ...deep } } } }, Infinity)).toBe(true);
});

it('tells apart what only looks alike', () => {
  expect(isSame([], {})).toBe(false);
  expect(isSame({ a: undefined }, { b: undefined })).toBe(false);
  expect(isSame([1, 2], [1])).toBe(false);
  expect(isSame(new Date(1), new Date(1))).toBe(false);
  expect(isSame(Number.NaN, Number.NaN)).toBe(true);
  expect(isSame(null, {})).toBe(false);
});
