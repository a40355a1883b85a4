import { describe, expect, it } from 'vitest';
import { person } from '../conversation/fixtures.js';
import { automationOf } from './automation.js';

const site = { ...person('usr_site'), role: 'SYSTEM' } as const;
const bot = { ...person('usr_bot'), role: 'BOT' } as const;
const of = (automation: unknown, rest: object = {}) => automationOf({ metadata: { automation }, origin: 'AUTOMATED', sender: site, ...rest });
const ofBot = (automation: unknown) => of(automation, { sender: bot });

describe('what the server says by itself', () => {
  it('R247: is read out of metadata, with what belongs to it', () => {
    expect(of({ kind: 'welcome' })).toEqual({ kind: 'welcome' });
    expect(ofBot({ kind: 'answer', articleId: 'art_1', title: 'Refunds', score: 0.7, answers: 'msg_1' })).toEqual({ kind: 'answer', articleId: 'art_1', title: 'Refunds' });
    expect(ofBot({ kind: 'handOver' })).toEqual({ kind: 'handOver' });
    expect(ofBot({ kind: 'choices', choices: [{ articleId: 'art_1', title: 'A' }, { articleId: 7 }, null, 'x'] })).toEqual({ kind: 'choices', choices: [{ articleId: 'art_1', title: 'A' }] });
  });

  it('R9 P8: counts from the site’s bot or system user alone, each for what is theirs, and what makes no sense is nothing', () => {
    const welcome = { kind: 'welcome' };
    expect(of(welcome, { sender: person('usr_eve') })).toBeNull();
    expect(of(welcome, { origin: 'USER_INPUT' })).toBeNull();
    expect(ofBot(welcome)).toBeNull();
    expect(of({ kind: 'handOver' })).toBeNull();
    for (const odd of [undefined, null, 'welcome', [], {}, { kind: 'other' }, { kind: 'choice', articleId: 'art_1' }, { kind: 'answer' }, { kind: 'choices', choices: {} }]) for (const said of [of(odd), ofBot(odd)]) expect(said).toBeNull();
  });
});
