import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkRules, type RoutingNames } from './check.js';
import { evaluate } from './evaluate.js';
import type { RoutingFacts } from './match.js';
import { parseRules, type RuleInput, type TestInput } from './parse.js';
import { waitingSteps } from './rules.js';
import { canHold, formulaOf } from './satisfy.js';

const NAMES: RoutingNames = {
  queues: new Set(['general', 'vip', 'overflow']),
  skills: new Set(['payments', 'german']),
  templates: new Set(['hello']),
  schedules: new Set(['night']),
};
const FACTS: RoutingFacts = {
  department: 'billing',
  language: 'de-AT',
  text: 'My refund: where is it?',
  page: 'https://shop.example/Checkout?step=2',
  attributes: { tier: 'gold', orders: 12, isTrial: false, tags: ['press', 'beta'] },
  waitedSeconds: 0,
  isOpen: (schedule) => schedule === 'night',
  priority: 'medium',
  queue: null,
};
const parsed = (...rules: readonly Partial<RuleInput>[]) => parseRules(rules.map((rule, index) => ({ id: `r${index}`, name: `rule ${index}`, ...rule })));
const rulesOf = (...rules: readonly Partial<RuleInput>[]) => {
  const { rules: made, problems } = parsed(...rules);
  expect(problems).toEqual([]);
  return made;
};
const problemsOf = (...rules: readonly Partial<RuleInput>[]) => {
  const { rules: made, problems } = parsed(...rules);
  return [...problems, ...(problems.length > 0 ? [] : checkRules(made, NAMES))].map(({ code, path }) => `${code} ${path}`);
};
const all = (...tests: readonly TestInput[]) => ({ match: 'all' as const, tests });
const any = (...tests: readonly TestInput[]) => ({ match: 'any' as const, tests });
const matches = (test: TestInput, facts: Partial<RoutingFacts> = {}): boolean | undefined =>
  evaluate(rulesOf({ when: all(test), priority: 'high' }), { ...FACTS, ...facts }).steps[0]?.isMatch;

describe('routing rules', () => {
  it('R106 R108 R109: tests look at department, language, words, page, attributes, waiting, hours, priority and queue', () => {
    const yes: readonly TestInput[] = [
      { field: 'department', operator: 'is', values: ['sales', 'Billing'] },
      { field: 'department', operator: 'is_not', values: ['sales'] },
      { field: 'language', operator: 'is', values: ['de'] },
      { field: 'language', operator: 'is_not', values: ['d', 'en'] },
      { field: 'words', operator: 'contains', values: ['invoice', 'REFUND'] },
      { field: 'words', operator: 'contains', values: ['where is'] },
      { field: 'words', operator: 'contains_all', values: ['refund', 'my'] },
      { field: 'words', operator: 'contains_none', values: ['fund', 'refunds'] },
      { field: 'page', operator: 'starts_with', values: ['https://shop.example/check'] },
      { field: 'page', operator: 'contains', values: ['step=2'] },
      { field: 'page', operator: 'is_not', values: ['https://shop.example/'] },
      { field: 'attribute', name: 'tier', operator: 'is', values: ['gold'] },
      { field: 'attribute', name: 'isTrial', operator: 'is', values: ['false'] },
      { field: 'attribute', name: 'orders', operator: 'at_least', number: 12 },
      { field: 'attribute', name: 'orders', operator: 'less_than', number: 12.5 },
      { field: 'attribute', name: 'tags', operator: 'contains', values: ['beta'] },
      { field: 'attribute', name: 'tags', operator: 'is_not', values: ['beta'] },
      { field: 'attribute', name: 'toString', operator: 'missing' },
      { field: 'attribute', name: 'tier', operator: 'exists' },
      { field: 'waiting', operator: 'less_than', number: 1 },
      { field: 'hours', operator: 'is', values: ['closed'] },
      { field: 'hours', name: 'night', operator: 'is', values: ['OPEN'] },
      { field: 'priority', operator: 'is', values: ['medium'] },
      { field: 'queue', operator: 'is_not', values: ['vip'] },
    ];
    for (const test of yes) expect(matches(test), JSON.stringify(test)).toBe(true);
    const no: readonly TestInput[] = [
      { field: 'department', operator: 'is', values: ['bill'] },
      { field: 'language', operator: 'is', values: ['d'] },
      { field: 'words', operator: 'contains', values: ['fund'] },
      { field: 'words', operator: 'contains_all', values: ['refund', 'invoice'] },
      { field: 'page', operator: 'is', values: ['https://shop.example/checkout'] },
      { field: 'attribute', name: 'tags', operator: 'is', values: ['beta'] },
      { field: 'attribute', name: 'tier', operator: 'at_least', number: 0 },
      { field: 'waiting', operator: 'at_least', number: 1 },
      { field: 'hours', operator: 'is', values: ['open'] },
      { field: 'queue', operator: 'is', values: ['vip'] },
    ];
    for (const test of no) expect(matches(test), JSON.stringify(test)).toBe(false);
    expect(matches({ field: 'words', operator: 'contains', values: ['退款'] }, { text: '我要退款，谢谢' })).toBe(true);
    expect(matches({ field: 'language', operator: 'is_not', values: ['de'] }, { language: null })).toBe(true);
  });

  it('R106 R108 R109 R113: rules go from the top, what one sets stays, skills add up, and the answer says which rule and why', () => {
    const rules = rulesOf(
      { when: all({ field: 'attribute', name: 'tier', operator: 'is', values: ['gold'] }), priority: 'urgent', stops: false },
      { when: all({ field: 'language', operator: 'is', values: ['fr'] }), queue: 'overflow', stops: false },
      { when: { ...any({ field: 'language', operator: 'is', values: ['fr'] }), groups: [all({ field: 'words', operator: 'contains', values: ['refund'] }, { field: 'department', operator: 'is', values: ['billing'] })] }, queue: 'vip', priority: 'low', skillsRequired: ['payments'], stops: false },
      { isActive: false, queue: 'general', template: 'hello' },
      { queue: 'general', skillsRequired: ['payments', 'german'], template: 'hello' },
      { skillsPreferred: ['german'] },
    );
    const { steps, ...outcome } = evaluate(rules, FACTS);
    expect(outcome).toEqual({ queue: 'vip', priority: 'urgent', skillsRequired: ['payments', 'german'], skillsPreferred: [], template: 'hello' });
    expect(steps).toEqual([
      { ruleId: 'r0', name: 'rule 0', isMatch: true, because: ['attribute tier is gold'], applied: ['priority'], stopped: false },
      { ruleId: 'r1', name: 'rule 1', isMatch: false, because: ['not: language is fr'], applied: [], stopped: false },
      { ruleId: 'r2', name: 'rule 2', isMatch: true, because: ['text contains refund', 'department is billing'], applied: ['queue', 'skillsRequired'], stopped: false },
      { ruleId: 'r4', name: 'rule 4', isMatch: true, because: ['it matches always'], applied: ['skillsRequired', 'template'], stopped: true },
    ]);
  });

  it('R106: while a case waits only rules that ask for the waiting time are looked at, at the moments at which they change', () => {
    const rules = rulesOf(
      { queue: 'general', stops: true },
      { when: all({ field: 'waiting', operator: 'at_least', number: 300 }, { field: 'queue', operator: 'is', values: ['general'] }), queue: 'overflow' },
      { when: any({ field: 'waiting', operator: 'at_least', number: 60 }), priority: 'high' },
    );
    const waiting = (waitedSeconds: number) => evaluate(rules, { ...FACTS, queue: 'general', waitedSeconds }, 'waiting');
    expect(waitingSteps(rules)).toEqual([60, 300]);
    expect([waiting(59).priority, waiting(60).priority, waiting(60).queue, waiting(300).queue]).toEqual([null, 'high', null, 'overflow']);
  });

  it('R113: rules that can match nothing, are never reached, or ask for nothing are refused with code and path', () => {
    const lang = (operator: 'is' | 'is_not', ...values: string[]): TestInput => ({ field: 'language', operator, values });
    const waiting = (operator: 'at_least' | 'less_than', number: number): TestInput => ({ field: 'waiting', operator, number });
    const nothing: readonly NonNullable<RuleInput['when']>[] = [
      all(lang('is', 'de'), lang('is', 'fr')),
      all(lang('is', 'de-AT'), lang('is_not', 'de')),
      all(waiting('less_than', 0)),
      all(waiting('at_least', 60), waiting('less_than', 60)),
      all({ field: 'hours', operator: 'is', values: ['open'] }, { field: 'hours', operator: 'is', values: ['closed'] }),
      all({ field: 'attribute', name: 'tier', operator: 'is', values: ['gold'] }, { field: 'attribute', name: 'tier', operator: 'missing' }),
      all({ field: 'attribute', name: 'n', operator: 'at_least', number: 5 }, { field: 'attribute', name: 'n', operator: 'less_than', number: 5 }),
      all({ field: 'words', operator: 'contains_all', values: ['a', 'b'] }, { field: 'words', operator: 'contains_none', values: ['B!'] }),
      all({ field: 'page', operator: 'starts_with', values: ['https://a'] }, { field: 'page', operator: 'starts_with', values: ['https://b'] }),
      { ...all(lang('is', 'de')), groups: [any(lang('is', 'fr'), lang('is', 'en'))] },
    ];
    for (const when of nothing) expect(problemsOf({ when, priority: 'high' }), JSON.stringify(when)).toEqual(['MATCHES_NOTHING rules.0.when']);
    const something: readonly NonNullable<RuleInput['when']>[] = [
      all(lang('is', 'de'), lang('is', 'de-AT')),
      all(lang('is', 'de', 'fr'), lang('is_not', 'de')),
      all(waiting('at_least', 59), waiting('less_than', 60)),
      all({ field: 'hours', operator: 'is', values: ['open'] }, { field: 'hours', name: 'night', operator: 'is', values: ['closed'] }),
      all({ field: 'attribute', name: 'n', operator: 'at_least', number: 5 }, { field: 'attribute', name: 'n', operator: 'is', values: ['7'] }),
      all({ field: 'page', operator: 'starts_with', values: ['https://a', 'x'] }, { field: 'page', operator: 'contains', values: ['cart'] }, { field: 'page', operator: 'is_not', values: ['xcart'] }),
      { ...all(lang('is', 'de')), groups: [any(lang('is', 'fr'), lang('is', 'de-CH'))] },
    ];
    for (const when of something) expect(problemsOf({ when, priority: 'high' }), JSON.stringify(when)).toEqual([]);
    expect(problemsOf({ queue: 'vip' }, { queue: 'general' })).toEqual(['UNREACHABLE rules.1']);
    expect(problemsOf({ when: all(lang('is', 'de')), queue: 'vip' }, { when: all(lang('is', 'de-AT'), waiting('less_than', 5)), queue: 'general' })).toEqual([]);
    expect(problemsOf({ when: all(lang('is', 'de')), queue: 'vip' }, { when: all(lang('is', 'de-AT')), queue: 'general' })).toEqual(['UNREACHABLE rules.1']);
    expect(problemsOf({ when: any(), priority: 'high' })).toEqual(['EMPTY rules.0.when']);
    expect(problemsOf({ when: { ...all(lang('is', 'de')), groups: [any()] }, priority: 'high' })).toEqual(['EMPTY rules.0.when.groups.0']);
    expect(problemsOf({ when: all(lang('is')), priority: 'high' })).toEqual(['EMPTY rules.0.when.tests.0.values']);
    expect(problemsOf({ stops: false })).toEqual(['DOES_NOTHING rules.0']);
  });

  it('R113: what names what there is not, is too much or too long, or does not fit is refused with code and path', () => {
    const test = (input: TestInput) => ({ when: all(input), priority: 'high' as const });
    expect(problemsOf({ queue: 'nowhere' })).toEqual(['UNKNOWN_QUEUE rules.0.queue']);
    expect(problemsOf({ skillsRequired: ['payments', 'magic'] })).toEqual(['UNKNOWN_SKILL rules.0.skillsRequired.1']);
    expect(problemsOf({ template: 'bye' })).toEqual(['UNKNOWN_TEMPLATE rules.0.template']);
    expect(problemsOf(test({ field: 'hours', name: 'noon', operator: 'is', values: ['open'] }))).toEqual(['UNKNOWN_SCHEDULE rules.0.when.tests.0']);
    expect(problemsOf(test({ field: 'queue', operator: 'is', values: ['nowhere'] }))).toEqual(['UNKNOWN_QUEUE rules.0.when.tests.0']);
    expect(problemsOf(test({ field: 'words', operator: 'is', values: ['x'] }))).toEqual(['INVALID_TEST rules.0.when.tests.0.operator']);
    expect(problemsOf(test({ field: 'words', operator: 'contains', values: ['?!'] }))).toEqual(['INVALID_TEST rules.0.when.tests.0.values.0']);
    expect(problemsOf(test({ field: 'waiting', operator: 'at_least', number: -1 }))).toEqual(['INVALID_TEST rules.0.when.tests.0.number']);
    expect(problemsOf(test({ field: 'waiting', operator: 'at_least' }))).toEqual(['INVALID_TEST rules.0.when.tests.0.number']);
    expect(problemsOf(test({ field: 'attribute', operator: 'exists' }))).toEqual(['INVALID_TEST rules.0.when.tests.0.name']);
    expect(problemsOf(test({ field: 'hours', operator: 'is', values: ['open', 'closed'] }))).toEqual(['INVALID_TEST rules.0.when.tests.0.values']);
    expect(problemsOf(test({ field: 'language', operator: 'is', values: ['\ud800'] }))).toEqual(['INVALID_TEST rules.0.when.tests.0.values.0']);
    expect(problemsOf(test({ field: 'language', operator: 'is', values: ['x'.repeat(121)] }))).toEqual(['TOO_LONG rules.0.when.tests.0.values.0']);
    expect(problemsOf(test({ field: 'language', operator: 'is', values: Array.from({ length: 51 }, (_, n) => `l${n}`) }))).toEqual(['TOO_MANY rules.0.when.tests.0.values']);
    expect(problemsOf({ when: all(...Array.from({ length: 21 }, (): TestInput => ({ field: 'language', operator: 'is', values: ['de'] }))), priority: 'high' })).toEqual(['TOO_MANY rules.0.when.tests']);
    expect(problemsOf(...Array.from({ length: 101 }, () => ({ priority: 'high' as const })))).toEqual(['TOO_MANY rules']);
    expect(problemsOf({ id: 'a', stops: false, priority: 'high' }, { id: 'a', priority: 'high' })).toEqual(['DUPLICATE rules.1.id']);
    expect(problemsOf({ name: ' ', priority: 'high' })).toEqual(['EMPTY rules.0.name']);
  });

  it('R113: rules that move a waiting case round in a circle are refused; those that only seem to are not', () => {
    const after = (seconds: number, queue: string | null, more: readonly TestInput[] = []) =>
      all({ field: 'waiting', operator: 'at_least', number: seconds }, ...(queue === null ? [] : [{ field: 'queue' as const, operator: 'is' as const, values: [queue] }]), ...more);
    const open: TestInput = { field: 'hours', operator: 'is', values: ['open'] };
    const closed: TestInput = { field: 'hours', operator: 'is', values: ['closed'] };
    expect(problemsOf({ when: after(60, 'general'), queue: 'overflow' }, { when: after(90, 'overflow'), queue: 'general' })).toEqual(['LOOP rules.1.queue']);
    expect(problemsOf({ when: after(60, 'general'), queue: 'vip' }, { when: after(60, 'vip'), queue: 'overflow' }, { when: after(60, 'overflow'), queue: 'general' })).toEqual(['LOOP rules.2.queue']);
    // At no moment both hold.
    expect(problemsOf({ when: after(60, 'general', [open]), queue: 'overflow' }, { when: after(60, 'overflow', [closed]), queue: 'general' })).toEqual([]);
    // The first decides, in whichever queue the case is.
    expect(problemsOf({ when: after(90, null), queue: 'overflow' }, { when: after(60, null), queue: 'general' })).toEqual([]);
    expect(problemsOf({ when: after(60, 'overflow'), stops: true, priority: 'high' }, { when: after(60, 'general'), queue: 'overflow' }, { when: after(90, 'overflow'), queue: 'general' })).toEqual(['UNREACHABLE rules.2']);
  });

  it('R113: what is said to match nothing matches none of all cases there can be, and the other way round', () => {
    const test: fc.Arbitrary<TestInput> = fc.oneof(
      fc.record({ field: fc.constant('language' as const), operator: fc.constantFrom('is' as const, 'is_not' as const), values: fc.uniqueArray(fc.constantFrom('de', 'de-AT', 'fr'), { minLength: 1 }) }),
      fc.record({ field: fc.constant('waiting' as const), operator: fc.constantFrom('at_least' as const, 'less_than' as const), number: fc.nat(4) }),
      fc.record({ field: fc.constant('words' as const), operator: fc.constantFrom('contains' as const, 'contains_all' as const, 'contains_none' as const), values: fc.uniqueArray(fc.constantFrom('a', 'b', 'c'), { minLength: 1 }) }),
    );
    const group = fc.record({ match: fc.constantFrom('all' as const, 'any' as const), tests: fc.array(test, { minLength: 1, maxLength: 4 }) });
    const when = fc.tuple(group, fc.array(group, { maxLength: 3 })).map(([own, groups]) => ({ ...own, groups }));
    const cases: RoutingFacts[] = [];
    for (const language of ['de', 'de-AT', 'fr', 'en', null])
      for (const waitedSeconds of [0, 1, 2, 3, 4])
        for (const text of ['', 'a', 'b', 'c', 'a b', 'a c', 'b c', 'a b c']) cases.push({ ...FACTS, language, waitedSeconds, text });
    let impossible = 0;
    fc.assert(
      fc.property(when, (condition) => {
        const rules = rulesOf({ when: condition, priority: 'high' });
        const isPossible = cases.some((facts) => evaluate(rules, facts).steps[0]?.isMatch);
        if (!isPossible) impossible += 1;
        expect(canHold(formulaOf(rules[0]?.when ?? null), { steps: 20_000 })).toBe(isPossible);
      }),
      { numRuns: 800 },
    );
    expect(impossible).toBeGreaterThan(20);
  });

  it('R113: a circle is reported exactly where some case would go round for ever', () => {
    const queue = fc.constantFrom('general', 'vip', 'overflow');
    const waiting = fc.record({ field: fc.constant('waiting' as const), operator: fc.constantFrom('at_least' as const, 'less_than' as const), number: fc.integer({ min: 1, max: 3 }) });
    const test: fc.Arbitrary<TestInput> = fc.oneof(
      fc.record({ field: fc.constant('queue' as const), operator: fc.constantFrom('is' as const, 'is_not' as const), values: fc.uniqueArray(queue, { minLength: 1, maxLength: 2 }) }),
      fc.record({ field: fc.constant('hours' as const), operator: fc.constant('is' as const), values: fc.constantFrom(['OPEN'], ['CLOSED']) }),
    );
    const rule = fc.record({
      when: fc.tuple(fc.constantFrom('all' as const, 'any' as const), waiting, fc.array(test, { maxLength: 2 })).map(([match, first, tests]) => ({ match, tests: [first, ...tests] })),
      queue: fc.option(queue),
      priority: fc.constant('high' as const),
      stops: fc.boolean(),
    });
    let circles = 0;
    fc.assert(
      fc.property(fc.array(rule, { minLength: 2, maxLength: 5 }), (inputs) => {
        const { rules } = parsed(...inputs);
        if (rules.length === 0) return;
        const found = checkRules(rules, NAMES).map(({ code }) => code);
        if (found.some((code) => code === 'MATCHES_NOTHING')) return;
        const goesRound = [0, 1, 2, 3].some((waitedSeconds) =>
          [true, false].some((isOpen) =>
            [...NAMES.queues].some((start) => {
              let at = start;
              const seen = new Set<string>();
              for (;;) {
                if (seen.has(at)) return true;
                seen.add(at);
                const next = evaluate(rules, { ...FACTS, queue: at, waitedSeconds, isOpen: () => isOpen }, 'waiting').queue ?? at;
                if (next === at) return false;
                at = next;
              }
            }),
          ),
        );
        if (goesRound) circles += 1;
        expect(found.includes('LOOP')).toBe(goesRound);
      }),
      { numRuns: 1_500 },
    );
    expect(circles).toBeGreaterThan(50);
  });
});
