import { describe, expect, it } from 'vitest';
import { planFor } from './policy.js';
import { DEFAULT_AUTOMATION, readAutomation } from './settings.js';
import { cut, momentText, render, unknownVariable } from './texts.js';

const match = (articleId: string, score: number) => ({ articleId, score });

describe('what the bot does with a question', () => {
  it('R126 R127 R190: answers from one score on, asks from another on, hands over below', () => {
    const settings = { ...DEFAULT_AUTOMATION, maxChoices: 2 };
    expect(settings.answerFrom).toBe(0.5);
    expect(planFor([match('a', 0.5), match('b', 0.4)], settings)).toEqual({ outcome: 'answer', articleIds: ['a'], score: 0.5 });
    expect(planFor([match('a', 0.49), match('b', 0.2), match('c', 0.16)], settings)).toEqual({ outcome: 'choices', articleIds: ['a', 'b'], score: 0.49 });
    expect(planFor([match('a', 0.49), match('b', 0.14)], settings)).toEqual({ outcome: 'choices', articleIds: ['a'], score: 0.49 });
    expect(planFor([match('a', 0.14)], settings)).toEqual({ outcome: 'hand_over', articleIds: [], score: 0.14 });
    expect(planFor([], settings)).toEqual({ outcome: 'hand_over', articleIds: [], score: null });
    expect(planFor([match('a', 1)], { ...settings, isBotOn: false }).outcome).toBe('hand_over');
  });

  it('R124: stored settings that make no sense have their defaults', () => {
    for (const stored of [null, undefined, 'x', [], { answerFrom: '1', welcomeText: 3, isBotOn: 'yes' }]) expect(readAutomation(stored)).toEqual(DEFAULT_AUTOMATION);
  });
});

describe('texts', () => {
  it('R124: variables are a closed list, and what is put in is not looked at again', () => {
    expect(render('{{ customer.name }}: {{case.subject}}|{{queue.name}}|{x}', { 'customer.name': '{{site.name}} $&', 'site.name': 'Vans' })).toBe('{{site.name}} $&: ||{x}');
    expect([unknownVariable('{{site.name}}'), unknownVariable('{{constructor}}'), unknownVariable('{{ }}')]).toEqual([null, 'constructor', '']);
  });

  it('R88: a text is cut by code points', () => {
    expect([cut('👋👋👋', 3), cut('👋👋👋', 2), cut('', 0)]).toEqual(['👋👋👋', '👋…', '']);
  });

  it('R124: a moment reads as people of the language write it, and an unknown language is no failure', () => {
    const at = new Date('2026-01-06T07:30:00Z');
    expect(momentText(at, { language: 'en-GB', timeZone: 'Europe/Berlin' })).toMatch(/^Tuesday.*08:30$/);
    expect(momentText(at, { language: 'de', timeZone: 'Europe/Berlin' })).toMatch(/^Dienstag.*08:30$/);
    for (const language of [null, 'xx-x', 'zz', 'not a tag']) expect(momentText(at, { language, timeZone: null })).toMatch(/07:30/);
  });
});
