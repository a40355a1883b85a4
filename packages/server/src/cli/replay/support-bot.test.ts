import { describe, expect, it } from 'vitest';
import { splitLessons } from './support-bot.js';

const rows = (category: string, count: number) => Array.from({ length: count }, (_, index) => ({ text: `${category} ${index}`, category }));

describe('what the bot of a replay learns', () => {
  it('R126: is a part of each category, spread over it, and never asked', () => {
    const all = [...rows('a', 10), ...rows('b', 3), ...rows('c', 1), ...rows('d', 10)];
    const { lessons, asked } = splitLessons(all, { isTaught: (category) => category !== 'd', each: 4 });
    expect(lessons).toEqual([
      { category: 'a', questions: ['a 0', 'a 2', 'a 5', 'a 7'] },
      { category: 'b', questions: ['b 0'] },
    ]);
    expect(asked).toHaveLength(all.length - 5);
    expect(asked.some(({ text }) => lessons.some(({ questions }) => questions.includes(text)))).toBe(false);
  });

  it('is nothing when nothing shall be learnt', () => {
    const all = rows('a', 4);
    expect(splitLessons(all, { isTaught: () => true, each: 0 })).toEqual({ lessons: [], asked: all });
  });
});
