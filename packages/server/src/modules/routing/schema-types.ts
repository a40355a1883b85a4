import { builder } from '../../graphql/builder.js';
import { SupportPriorityEnum } from '../../graphql/enums.js';
import { PersonRef } from '../identity/index.js';
import type { RoutingOutcome, RoutingStep } from './evaluate.js';
import type { RoutingDecisionView } from './decisions.js';
import type { RuleSet } from './rule-set.js';
import { ROUTING_PROBLEMS, type RoutingCondition, type RoutingGroup, type RoutingProblem, type RoutingRule, type RoutingTest } from './rules.js';
import type { RoutingTrial } from './try.js';

/** What a test looks at. */
export const RoutingFieldEnum = builder.enumType('RoutingField', {
  description: 'What a test of a routing rule looks at.',
  values: {
    DEPARTMENT: { value: 'department', description: 'The department that the customer asked for; while the case waits, that of its queue.' },
    LANGUAGE: { value: 'language', description: 'The customer’s language; `de` stands for `de-AT` too.' },
    WORDS: { value: 'words', description: 'Whole words of the subject and the first message, in upper or lower case.' },
    PAGE: { value: 'page', description: 'Address of the page on which the customer asked.' },
    ATTRIBUTE: { value: 'attribute', description: 'What the host and staff keep of the customer; `name` says which.' },
    WAITING: { value: 'waiting', description: 'Seconds since the case came into the line.' },
    HOURS: { value: 'hours', description: 'Whether it is OPEN or CLOSED; `name` is the key of a schedule, the site’s default without one.' },
    PRIORITY: { value: 'priority', description: 'Priority that the case has: LOW, MEDIUM, HIGH or URGENT. None when it starts.' },
    QUEUE: { value: 'queue', description: 'Key of the queue in which the case waits; when it starts, of the one that was asked for, if any.' },
  } as const,
});

/** How a test compares. */
export const RoutingOperatorEnum = builder.enumType('RoutingOperator', {
  description: 'How a test of a routing rule compares. Upper and lower case are the same.',
  values: {
    IS: { value: 'is', description: 'Is one of the values. For department, language, page, attribute, hours, priority, queue.' },
    IS_NOT: { value: 'is_not', description: 'Is none of the values; holds where nothing is known. As `IS`, but for hours.' },
    CONTAINS: { value: 'contains', description: 'Has one of the values. For words, page, and attributes that are lists.' },
    CONTAINS_ALL: { value: 'contains_all', description: 'Has all of the values. For words.' },
    CONTAINS_NONE: { value: 'contains_none', description: 'Has none of the values. For words.' },
    STARTS_WITH: { value: 'starts_with', description: 'Begins with one of the values. For pages.' },
    EXISTS: { value: 'exists', description: 'Is known. For attributes.' },
    MISSING: { value: 'missing', description: 'Is not known. For attributes.' },
    AT_LEAST: { value: 'at_least', description: 'Is `number` or more. For waiting and attributes.' },
    LESS_THAN: { value: 'less_than', description: 'Is less than `number`. For waiting and attributes.' },
  } as const,
});

/** How questions are put together. */
export const RoutingMatchEnum = builder.enumType('RoutingMatch', {
  description: 'How tests are put together.',
  values: {
    ALL: { value: 'all', description: 'All of them must hold.' },
    ANY: { value: 'any', description: 'One of them is enough.' },
  } as const,
});

const RoutingProblemCodeEnum = builder.enumType('RoutingProblemCode', { description: 'What is wrong with routing rules.', values: ROUTING_PROBLEMS });

const RoutingTestRef = builder.objectRef<RoutingTest>('RoutingTest').implement({
  description: 'One question about a case.',
  fields: (t) => ({
    field: t.field({ type: RoutingFieldEnum, description: 'What it looks at.', resolve: (test) => test.field }),
    operator: t.field({ type: RoutingOperatorEnum, description: 'How it compares.', resolve: (test) => test.operator }),
    name: t.exposeString('name', { nullable: true, description: 'Which attribute, or key of a schedule.' }),
    values: t.stringList({ description: 'What it compares with.', resolve: (test) => [...test.values] }),
    number: t.exposeFloat('number', { nullable: true, description: 'The number that it compares with.' }),
  }),
});

const RoutingGroupRef = builder.objectRef<RoutingGroup>('RoutingGroup').implement({
  description: 'Questions about a case that belong together.',
  fields: (t) => ({
    match: t.field({ type: RoutingMatchEnum, description: 'How many must hold.', resolve: (group) => group.match }),
    tests: t.field({ type: [RoutingTestRef], description: 'The questions.', resolve: (group) => [...group.tests] }),
  }),
});

const RoutingConditionRef = builder.objectRef<RoutingCondition>('RoutingCondition').implement({
  description: 'When a rule matches.',
  fields: (t) => ({
    match: t.field({ type: RoutingMatchEnum, description: 'How many of the tests and groups must hold.', resolve: (condition) => condition.match }),
    tests: t.field({ type: [RoutingTestRef], description: 'The questions.', resolve: (condition) => [...condition.tests] }),
    groups: t.field({ type: [RoutingGroupRef], description: 'Groups of questions, each of which counts as one.', resolve: (condition) => [...condition.groups] }),
  }),
});

const RoutingRuleRef = builder.objectRef<RoutingRule>('RoutingRule').implement({
  description: 'One of the rules that say where a case goes.',
  fields: (t) => ({
    id: t.id({ description: 'Made by the admin’s client; the same from version to version.', resolve: (rule) => rule.id }),
    name: t.exposeString('name', { description: 'What it is called.' }),
    isActive: t.exposeBoolean('isActive', { description: 'False leaves it out.' }),
    when: t.field({ type: RoutingConditionRef, nullable: true, description: 'When it matches; null is always.', resolve: (rule) => rule.when }),
    queue: t.string({ nullable: true, description: 'Key of the queue that it sends the case to.', resolve: (rule) => rule.actions.queue }),
    priority: t.field({ type: SupportPriorityEnum, nullable: true, description: 'Priority that it gives.', resolve: (rule) => rule.actions.priority }),
    skillsRequired: t.stringList({ description: 'Skills that an agent must have.', resolve: (rule) => [...rule.actions.skillsRequired] }),
    skillsPreferred: t.stringList({ description: 'Skills that are better to have.', resolve: (rule) => [...rule.actions.skillsPreferred] }),
    template: t.string({ nullable: true, description: 'Shortcut of a shared quick reply that the customer gets when the case starts.', resolve: (rule) => rule.actions.template }),
    stops: t.exposeBoolean('stops', { description: 'Whether the rules below are left out once it has matched.' }),
  }),
});

/** A version of the rules. */
export const RoutingRulesRef = builder.objectRef<RuleSet>('RoutingRules').implement({
  description: 'A version of the site’s routing rules.',
  fields: (t) => ({
    version: t.exposeInt('version', { description: 'Grows by one with each save; 0 for a site that never saved any.' }),
    rules: t.field({ type: [RoutingRuleRef], description: 'The rules, from the top.', resolve: (set) => [...set.rules] }),
    note: t.exposeString('note', { nullable: true, description: 'What whoever saved it noted.' }),
    restoredFrom: t.exposeInt('restoredFrom', { nullable: true, description: 'The earlier version that it brought back.' }),
    savedAt: t.field({ type: 'DateTime', nullable: true, description: 'When it was saved.', resolve: (set) => set.savedAt }),
    savedBy: t.field({ type: PersonRef, nullable: true, description: 'Who saved it.', resolve: (set) => set.savedBy }),
  }),
});

/** A page of versions. */
export const RoutingRulesConnection = builder.connectionObject(
  { type: RoutingRulesRef, name: 'RoutingRulesConnection', description: 'A page of versions of the routing rules.' },
  { name: 'RoutingRulesEdge', description: 'A version on a page.' },
);

const RoutingStepRef = builder.objectRef<RoutingStep>('RoutingStep').implement({
  description: 'What became of one rule.',
  fields: (t) => ({
    ruleId: t.id({ description: 'The rule.', resolve: (step) => step.ruleId }),
    name: t.exposeString('name', { description: 'Its name.' }),
    isMatch: t.exposeBoolean('isMatch', { description: 'Whether it matched.' }),
    because: t.stringList({ description: 'The tests that decided it, in words.', resolve: (step) => [...step.because] }),
    applied: t.stringList({ description: 'What it set: `queue`, `priority`, `skillsRequired`, `skillsPreferred`, `template`. What a rule above had set stays.', resolve: (step) => [...step.applied] }),
    stopped: t.exposeBoolean('stopped', { description: 'Whether it left out the rules below.' }),
  }),
});

/** What rules say of a case. */
export const RoutingOutcomeRef = builder.objectRef<RoutingOutcome>('RoutingOutcome').implement({
  description: 'What the routing rules say of a case, and why.',
  fields: (t) => ({
    queue: t.exposeString('queue', { nullable: true, description: 'Key of the queue; null where no rule names one.' }),
    priority: t.field({ type: SupportPriorityEnum, nullable: true, description: 'The priority; null where no rule gives one.', resolve: (outcome) => outcome.priority }),
    skillsRequired: t.stringList({ description: 'Skills that an agent must have.', resolve: (outcome) => [...outcome.skillsRequired] }),
    skillsPreferred: t.stringList({ description: 'Skills that are better to have.', resolve: (outcome) => [...outcome.skillsPreferred] }),
    template: t.exposeString('template', { nullable: true, description: 'Shortcut of the quick reply; null where no rule names one.' }),
    steps: t.field({ type: [RoutingStepRef], description: 'Each rule that was looked at, from the top.', resolve: (outcome) => [...outcome.steps] }),
  }),
});

const RoutingProblemRef = builder.objectRef<RoutingProblem>('RoutingProblem').implement({
  description: 'Something that is wrong with routing rules.',
  fields: (t) => ({
    code: t.field({ type: RoutingProblemCodeEnum, description: 'What.', resolve: (problem) => problem.code }),
    path: t.exposeString('path', { description: 'Where, such as `rules.2.when.tests.0`.' }),
    reason: t.exposeString('reason', { description: 'In words, to be read behind the path.' }),
  }),
});

/** What rules would do. */
export const RoutingTrialRef = builder.objectRef<RoutingTrial>('RoutingTrial').implement({
  description: 'What rules would do with a made-up case.',
  fields: (t) => ({
    problems: t.field({ type: [RoutingProblemRef], description: 'Everything that keeps them from being saved.', resolve: (trial) => [...trial.problems] }),
    outcome: t.field({ type: RoutingOutcomeRef, nullable: true, description: 'What they say; null while there are problems.', resolve: (trial) => trial.outcome }),
  }),
});

const RoutingDecisionRef = builder.objectRef<RoutingDecisionView>('RoutingDecision').implement({
  description: 'What the routing rules said of a case, and why.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'The id of the decision.' }),
    at: t.field({ type: 'DateTime', description: 'When.', resolve: (decision) => decision.at }),
    version: t.exposeInt('version', { description: 'Version of the rules.' }),
    waitedSeconds: t.exposeInt('waitedSeconds', { description: 'How long the case had waited; 0 when it started.' }),
    outcome: t.field({ type: RoutingOutcomeRef, description: 'What they said, with the rules that matched.', resolve: (decision) => decision.outcome }),
  }),
});

export { RoutingDecisionRef };
