import { builder } from '../../graphql/builder.js';
import { requireViewer } from '../../graphql/context.js';
import { forwardPage } from '../../graphql/cursor.js';
import { describe } from '../../graphql/describe.js';
import { SupportPriorityEnum } from '../../graphql/enums.js';
import { invalidInput } from '../../kernel/errors.js';
import type { RuleSet } from './rule-set.js';
import { listDecisions } from './decisions.js';
import { RoutingDecisionRef, RoutingFieldEnum, RoutingMatchEnum, RoutingOperatorEnum, RoutingRulesConnection, RoutingRulesRef, RoutingTrialRef } from './schema-types.js';
import { listRoutingVersions, readRoutingRules, restoreRoutingRules, saveRoutingRules } from './service.js';
import { tryRoutingRules } from './try.js';

const RoutingTestInput = builder.inputType('RoutingTestInput', {
  description: 'One question about a case.',
  fields: (t) => ({
    field: t.field({ type: RoutingFieldEnum, required: true, description: 'What it looks at.' }),
    operator: t.field({ type: RoutingOperatorEnum, required: true, description: 'How it compares.' }),
    name: t.string({ description: 'Which attribute, or key of a schedule.' }),
    values: t.stringList({ description: 'What it compares with: at most 50 of 120 characters.' }),
    number: t.float({ description: 'The number that it compares with; for waiting, seconds from 0 to 604,800.' }),
  }),
});

const RoutingGroupInput = builder.inputType('RoutingGroupInput', {
  description: 'Questions about a case that belong together.',
  fields: (t) => ({
    match: t.field({ type: RoutingMatchEnum, required: true, description: 'How many must hold.' }),
    tests: t.field({ type: [RoutingTestInput], description: 'The questions, 1 to 20.' }),
  }),
});

const RoutingConditionInput = builder.inputType('RoutingConditionInput', {
  description: 'When a rule matches. It needs a test or a group.',
  fields: (t) => ({
    match: t.field({ type: RoutingMatchEnum, required: true, description: 'How many of the tests and groups must hold.' }),
    tests: t.field({ type: [RoutingTestInput], description: 'The questions, at most 20.' }),
    groups: t.field({ type: [RoutingGroupInput], description: 'Groups of questions, each of which counts as one; at most 10.' }),
  }),
});

const RoutingRuleInput = builder.inputType('RoutingRuleInput', {
  description: 'One of the rules that say where a case goes.',
  fields: (t) => ({
    id: t.id({ required: true, description: 'Made by the client, unique among the rules: 1 to 64 of A-Z a-z 0-9 _ . : -.' }),
    name: t.string({ required: true, description: 'What it is called, 1 to 80 characters.' }),
    isActive: t.boolean({ description: 'False leaves it out; true when it is not given.' }),
    when: t.field({ type: RoutingConditionInput, description: 'When it matches; always without one.' }),
    queue: t.string({ description: 'Key of the queue to send the case to.' }),
    priority: t.field({ type: SupportPriorityEnum, description: 'Priority to give.' }),
    skillsRequired: t.stringList({ description: 'Skills that an agent must have, at most 20.' }),
    skillsPreferred: t.stringList({ description: 'Skills that are better to have, at most 20.' }),
    template: t.string({ description: 'Shortcut of a shared quick reply that the customer gets when the case starts.' }),
    stops: t.boolean({ description: 'Whether the rules below are left out once it has matched; true when it is not given.' }),
  }),
});

const RoutingSampleInput = builder.inputType('RoutingSampleInput', {
  description: 'A made-up case.',
  fields: (t) => ({
    department: t.string({ description: 'Department that the customer asks for.' }),
    language: t.string({ description: 'The customer’s language.' }),
    text: t.string({ description: 'Subject and first message.' }),
    page: t.string({ description: 'Address of the page.' }),
    attributes: t.field({ type: 'JSON', description: 'What is kept of the customer.' }),
    waitedSeconds: t.int({ description: 'Seconds in the line. From 1 on, only rules that ask for the waiting time are looked at.' }),
    priority: t.field({ type: SupportPriorityEnum, description: 'Priority that the case has.' }),
    queue: t.string({ description: 'Key of the queue in which it waits.' }),
    at: t.field({ type: 'DateTime', description: 'The moment for opening hours; now when it is left out.' }),
    isOpen: t.boolean({ description: 'Takes the place of all opening hours.' }),
  }),
});

const SaveRoutingRulesInput = builder.inputType('SaveRoutingRulesInput', {
  description: 'The whole list of rules.',
  fields: (t) => ({
    expectedVersion: t.int({ required: true, description: 'The version that they were made from; 0 for a site without any.' }),
    rules: t.field({ type: [RoutingRuleInput], required: true, description: 'The rules, from the top; at most 100.' }),
    note: t.string({ description: 'What changed, at most 200 characters.' }),
  }),
});

const RestoreRoutingRulesInput = builder.inputType('RestoreRoutingRulesInput', {
  description: 'Which version shall hold again.',
  fields: (t) => ({
    version: t.int({ required: true, description: 'The earlier version.' }),
    expectedVersion: t.int({ required: true, description: 'The version that holds as the caller knows it.' }),
  }),
});

const SaveRoutingRulesPayload = builder.objectRef<{ readonly routingRules: RuleSet }>('SaveRoutingRulesPayload').implement({
  description: 'The rules that hold from now on.',
  fields: (t) => ({ routingRules: t.field({ type: RoutingRulesRef, description: 'The rules.', resolve: (payload) => payload.routingRules }) }),
});

const RestoreRoutingRulesPayload = builder.objectRef<{ readonly routingRules: RuleSet }>('RestoreRoutingRulesPayload').implement({
  description: 'The rules that hold from now on.',
  fields: (t) => ({ routingRules: t.field({ type: RoutingRulesRef, description: 'The rules.', resolve: (payload) => payload.routingRules }) }),
});

builder.queryFields((t) => ({
  routingRules: t.field({
    type: RoutingRulesRef,
    description: describe('The routing rules of the site. For staff.', ['FORBIDDEN', 'NOT_FOUND']),
    args: { version: t.arg.int({ description: 'An earlier version; those that hold when it is left out.' }) },
    resolve: (_root, { version }, context) => readRoutingRules(context.deps, requireViewer(context), version ?? null),
  }),
  routingRulesHistory: t.field({
    type: RoutingRulesConnection,
    description: describe('All versions of the routing rules, newest first. For staff.', ['FORBIDDEN']),
    args: {
      first: t.arg.int({ defaultValue: 20, description: 'How many, 1 to 100.' }),
      after: t.arg.string({ description: 'Cursor behind which to go on.' }),
    },
    resolve: async (_root, args, context) => {
      const before = parseVersion(args.after);
      const { versions, hasMore } = await listRoutingVersions(context.deps, requireViewer(context), { first: args.first ?? 20, before });
      return forwardPage(versions, { hasMore, isFirst: before === null, cursorOf: ({ version }) => String(version) });
    },
  }),
  routingDecisions: t.field({
    type: [RoutingDecisionRef],
    description: describe('What the routing rules said of a case, and why: newest first, at most 50. For staff.', ['FORBIDDEN', 'NOT_FOUND']),
    args: { caseId: t.arg.id({ required: true, description: 'The case.' }) },
    resolve: (_root, { caseId }, context) => listDecisions(context.deps, requireViewer(context), caseId),
  }),
  tryRoutingRules: t.field({
    type: RoutingTrialRef,
    description: describe('What rules would do with a made-up case, and what is wrong with them. Nothing is saved. For staff.', ['FORBIDDEN']),
    args: {
      rules: t.arg({ type: [RoutingRuleInput], description: 'The rules; those that hold when they are left out.' }),
      sample: t.arg({ type: RoutingSampleInput, required: true, description: 'The case.' }),
    },
    resolve: (_root, { rules, sample }, context) => tryRoutingRules(context.deps, requireViewer(context), { rules: rules ?? null, sample }),
  }),
}));

builder.mutationFields((t) => ({
  saveRoutingRules: t.field({
    type: SaveRoutingRulesPayload,
    description: describe(
      'Saves the whole list of rules as the next version. What is wrong with them is named in `details`: `field` is the path, `reason` a RoutingProblemCode. For admins, back-ends, and agents who may MANAGE_ROUTING.',
      ['FORBIDDEN', 'CONFLICT', 'PAYLOAD_TOO_LARGE'],
    ),
    args: { input: t.arg({ type: SaveRoutingRulesInput, required: true, description: 'The rules.' }) },
    resolve: async (_root, { input }, context) => ({ routingRules: await saveRoutingRules(context.deps, requireViewer(context), input) }),
  }),
  restoreRoutingRules: t.field({
    type: RestoreRoutingRulesPayload,
    description: describe('Makes an earlier version hold again, as a new version. For admins, back-ends, and agents who may MANAGE_ROUTING.', ['FORBIDDEN', 'NOT_FOUND', 'CONFLICT']),
    args: { input: t.arg({ type: RestoreRoutingRulesInput, required: true, description: 'Which.' }) },
    resolve: async (_root, { input }, context) => ({ routingRules: await restoreRoutingRules(context.deps, requireViewer(context), input) }),
  }),
}));

function parseVersion(cursor: string | null | undefined): number | null {
  if (cursor == null) return null;
  if (!/^[1-9]\d{0,8}$/.test(cursor)) throw invalidInput('list routing rules', 'after', 'is not a cursor of this list');
  return Number(cursor);
}
