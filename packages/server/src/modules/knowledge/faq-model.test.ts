import { describe, expect, it } from 'vitest';
import { type Example, FaqModel } from './faq-model.js';
import { isFitAffordable } from './faq-ridge.js';
import { fits } from './policy.js';

const EXAMPLES: Readonly<Record<string, readonly string[]>> = {
  refund: ['How do I get a refund?', 'I want my money back', 'Please return what I paid', 'The refund has not come'],
  key: ['I lost my key', 'Where is my second key?', 'The key does not open the door', 'I need another key'],
  piano: ['Do you move pianos?', 'Can you carry a piano up the stairs?', 'What does it cost to move a grand piano?'],
};
const examples = Object.entries(EXAMPLES).flatMap(([category, texts]) => texts.map((text): Example => ({ category, text })));
const best = (model: FaqModel, text: string) => model.classify(text, { most: 1 })[0] ?? { category: null, score: 0 };

describe('the FAQ model', () => {
  it('R126 R128: tells by a few examples what is asked in other words, and is unsure of what it was not taught', async () => {
    const model = await FaqModel.learn(examples);
    for (const [text, category] of [['has my refund come yet', 'refund'], ['give me back my money!', 'refund'], ['lost keys', 'key'], ['moving two pianos', 'piano']] as const) {
      expect(best(model, text), text).toMatchObject({ category });
      expect(best(model, text).score, text).toBeGreaterThan(0.5);
    }
    for (const text of ['good morning to you', 'is there somebody I can talk to', 'what about insurance']) expect(best(model, text).score, text).toBeLessThan(0.3);
    expect(model.classify('👋 …', { most: 3 })).toEqual([]);
    expect(best(model, 'xyzzy').score).toBeLessThan(0.01);
  });

  it('R126: scores lie between 0 and 1 and the best comes first, whatever is asked', async () => {
    const model = await FaqModel.learn(examples);
    for (const text of [...examples.map((example) => example.text), 'x', 'key '.repeat(1_000), 'ключ 鍵 🔑', '__proto__', 'constructor']) {
      const candidates = model.classify(text, { most: 9 });
      for (const { score } of candidates) expect(score >= 0 && score <= 1, text).toBe(true);
      expect(candidates.map(({ score }) => score)).toEqual(candidates.map(({ score }) => score).toSorted((one, other) => other - one));
    }
  });

  it('R128: a single article does not answer everything, and no article nothing', async () => {
    const model = await FaqModel.learn([{ category: 'refund', text: 'How do I get a refund?' }]);
    expect(best(model, 'how do i get a refund').score).toBeGreaterThan(0.9);
    for (const text of ['how do I get to the station', 'what do you do']) expect(best(model, text).score, text).toBeLessThan(0.5);
    expect((await FaqModel.learn([])).classify('anything', { most: 3 })).toEqual([]);
  });

  it('R125: only what is allowed is a candidate', async () => {
    const model = await FaqModel.learn(examples);
    const candidates = model.classify('I lost my key', { most: 3, isAllowed: (category) => category !== 'key' });
    expect(candidates.map(({ category }) => category)).not.toContain('key');
    expect(candidates[0]?.score ?? 0).toBeLessThan(0.3);
  });

  it('R129: what would take long to learn is learnt without the fit, and answers all the same', async () => {
    expect(isFitAffordable(1_500, 1_500)).toBe(false);
    expect(isFitAffordable(851, 77)).toBe(true);
    const many = Array.from({ length: 1_600 }, (_, n): Example => ({ category: `c${n % 400}`, text: `what about topic${n % 400} in case ${n}` }));
    const model = await FaqModel.learn(many);
    expect(best(model, 'tell me about topic77').category).toBe('c77');
  });

  it('R125: pages fit by pattern and languages by their beginning', () => {
    const at = (pagePattern: string | null, page: string | null) => fits({ pagePattern, language: null }, { page });
    for (const [pattern, page] of [['/a', '/a'], ['/a/*', '/a/'], ['/a/*', 'https://x.example/a/b?c#d'], ['*', '/'], ['/*/c*/e', '/a/b/cd/e'], [null, null], [null, '/x']] as const) expect(at(pattern, page), `${pattern} ${page}`).toBe(true);
    for (const [pattern, page] of [['/a', '/a/b'], ['/a/*', '/a'], ['/*a/b', '/b'], ['/ab*bc', '/abc'], ['/x', null], ['/*/c*/e', '/a/e']] as const) expect(at(pattern, page), `${pattern} ${page}`).toBe(false);
    expect(at(`/${'a*'.repeat(99)}b`, `/${'a'.repeat(2_000)}`)).toBe(false);
    const speaks = (language: string | null, asked: string | null) => fits({ pagePattern: null, language }, { language: asked });
    expect([speaks('pt', 'pt-BR'), speaks('pt-br', 'PT-br'), speaks(null, 'de'), speaks('de', null)]).toEqual([true, true, true, true]);
    expect([speaks('pt-br', 'pt'), speaks('de', 'den'), speaks('de', 'fr')]).toEqual([false, false, false]);
  });
});
