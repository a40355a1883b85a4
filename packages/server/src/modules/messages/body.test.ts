import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newId } from '../../kernel/ids.js';
import { ChatError } from '../../kernel/errors.js';
import { parseBody, parseEmoji, parseMessageText, type SendInput } from './body.js';

const nature = { operation: 'send message', kind: 'text', origin: 'user_input' } as const;
const input = (more: Partial<SendInput> = {}): SendInput => ({ conversationId: `cnv_${'0'.repeat(32)}`, clientId: 'c1', text: 'x', ...more });
const detailsOf = (work: () => unknown): unknown => {
  try {
    work();
  } catch (error) {
    if (error instanceof ChatError) return { code: error.code, ...error.details };
  }
  return 'nothing was thrown';
};

describe('what a message may be', () => {
  it('R88: every text that PostgreSQL can hold and that has something to read is kept as it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1 }), (text) => {
        const isFit = text.trim() !== '' && !text.includes('\u0000') && !/\p{Surrogate}/u.test(text);
        if (isFit) expect(parseMessageText('send message', text)).toBe(text);
        else expect(() => parseMessageText('send message', text)).toThrow(ChatError);
      }),
    );
  });

  it('R88 R190: an empty text says MESSAGE_EMPTY, and what cannot be stored says why', () => {
    for (const text of ['', ' ', '\n\t\u00a0\u2003']) {
      expect(detailsOf(() => parseMessageText('send message', text))).toEqual({ code: 'INVALID_INPUT', field: 'text', reason: 'MESSAGE_EMPTY' });
    }
    for (const text of ['a\ud800', '\udc00a', 'a\u0000']) {
      expect(detailsOf(() => parseMessageText('send message', text))).toMatchObject({ code: 'INVALID_INPUT', field: 'text' });
    }
  });

  it('P3: the hash tells content apart, and is blind to the order of keys', () => {
    const hash = (more: Partial<SendInput>) => parseBody(nature, input(more)).hash;
    const one = hash({ metadata: { a: 1, b: { c: [1, 2], d: 2 } } });
    expect(hash({ metadata: { b: { d: 2, c: [1, 2] }, a: 1 } })).toBe(one);
    const others = [
      hash({}),
      hash({ text: 'y' }),
      hash({ metadata: { a: 1, b: { c: [2, 1], d: 2 } } }),
      hash({ audience: 'all' }),
      hash({ parentId: newId('message') }),
    ];
    expect(new Set([one, ...others]).size).toBe(others.length + 1);
    expect(hash({ clientId: 'c2' })).toBe(hash({}));
  });

  it('P3: the hash is the same for ever, since what is stored is compared with it', () => {
    const { hash } = parseBody(nature, input({ metadata: { b: { d: 2, c: [1, 2] }, a: 1 }, audience: 'staff' }));
    const content = '{"audience":"staff","kind":"text","metadata":{"a":1,"b":{"c":[1,2],"d":2}},"origin":"user_input","parentId":null,"text":"x"}';
    expect(hash).toBe(createHash('sha256').update(content).digest('hex'));
  });

  it('R68 R179: metadata is a small JSON object, ids and client ids have their shape', () => {
    expect(detailsOf(() => parseBody(nature, input({ metadata: [] })))).toMatchObject({ code: 'INVALID_INPUT', field: 'metadata' });
    expect(detailsOf(() => parseBody(nature, input({ metadata: { a: 'x'.repeat(4096) } })))).toMatchObject({ field: 'metadata' });
    expect(detailsOf(() => parseBody(nature, input({ metadata: { a: { b: { c: { d: { e: {} } } } } } })))).toMatchObject({ field: 'metadata' });
    for (const clientId of ['', 'a b', 'x'.repeat(65), 'ü', '\n']) {
      expect(detailsOf(() => parseBody(nature, input({ clientId })))).toMatchObject({ code: 'INVALID_INPUT', field: 'clientId' });
    }
    expect(detailsOf(() => parseBody(nature, input({ conversationId: "x' OR 1=1" })))).toMatchObject({ code: 'NOT_FOUND' });
    expect(detailsOf(() => parseBody(nature, input({ parentId: 'x\u0000' })))).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('R75: a reaction is one emoji', () => {
    for (const emoji of ['👍', '👍🏽', '❤️', '☺', '👨‍👩‍👧‍👦', '👩🏽‍❤️‍💋‍👨🏿', '🇩🇪', '1️⃣', '🏴󠁧󠁢󠁥󠁮󠁧󠁿']) expect(parseEmoji('add reaction', emoji)).toBe(emoji);
    for (const text of ['', 'a', '1', '#', ' ', 'ok', '👍👍', '👍a', 'é', '\ud83d', '\u0000', '<b>', '👍\n', '🇩', '👍' + '\u200d👍'.repeat(9)]) {
      expect(() => parseEmoji('add reaction', text), JSON.stringify(text)).toThrow(ChatError);
    }
  });
});
