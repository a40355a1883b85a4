import { describe, expect, it } from 'vitest';
import { evaluateFaq } from './evaluate.js';
import { parseCsv } from './rows.js';

const learn = [
  { category: 'refund', text: 'I want my money back' },
  { category: 'refund', text: 'How do I get a refund?' },
  { category: 'lost_key', text: 'I lost my key' },
  { category: 'lost_key', text: 'Where is my second key?' },
];

describe('parley faq evaluate', () => {
  it('R126: tells share and precision at each threshold, and counts what cannot be right', async () => {
    const ask = [
      { category: 'refund', text: 'my money back please, I want my money' },
      { category: 'lost_key', text: 'I have lost my second key' },
      { category: 'weather', text: 'I lost my key to the weather' },
      { category: 'refund', text: '👋' },
    ];
    const report = await evaluateFaq(learn, ask, () => () => 8);
    expect(report).toMatchObject({ categories: 2, examples: 4, asked: 4, unknown: 1, accuracy: 0.5, milliseconds: { learn: 8, question: 2 } });
    expect(report.thresholds.map(({ threshold }) => threshold)).toEqual([0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9]);
    expect(report.thresholds[0]).toMatchObject({ answered: 0.75, precision: 0.667 });
    expect(report.shares.at(-1)).toMatchObject({ answered: 1, precision: 0.5 });
    const [shares] = [report.thresholds.map(({ answered }) => answered)];
    expect(shares).toEqual(shares.toSorted((one, other) => other - one));
  });

  it('reads CSV with quotation marks, line breaks and any ending of lines', () => {
    expect(parseCsv('text,category\r\n"a, ""b""\nc",d\n,\ne,"f"')).toEqual([['text', 'category'], ['a, "b"\nc', 'd'], ['', ''], ['e', 'f']]);
    expect(parseCsv('a\n')).toEqual([['a']]);
    expect(parseCsv('a,b')).toEqual([['a', 'b']]);
  });
});
