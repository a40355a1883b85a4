import type { SlaPolicy } from '../../db/generated/client.js';
import { builder } from '../../graphql/builder.js';
import { requireViewer } from '../../graphql/context.js';
import { describe } from '../../graphql/describe.js';
import { SupportPriorityEnum, SupportStatusEnum } from '../../graphql/enums.js';
import type { SlaClockView } from '../../kernel/views.js';
import { SupportCaseRef } from '../queues/index.js';
import { deletePolicy, listPolicies, upsertPolicy } from './policies.js';
import { attainmentOf, type SlaFigures, slaReport } from './report.js';

const SlaClockKindEnum = builder.enumType('SlaClockKind', {
  description: 'What a clock of service levels measures.',
  values: {
    FIRST_RESPONSE: { value: 'first_response', description: 'From the beginning to the first answer of an agent.' },
    NEXT_RESPONSE: { value: 'next_response', description: 'From a question of the customer, after the first answer, to the next answer of an agent.' },
    RESOLUTION: { value: 'resolution', description: 'From the beginning, or from being opened again, until the case is resolved.' },
  } as const,
});

const SlaClockStatusEnum = builder.enumType('SlaClockStatus', {
  description: 'Whether a clock of service levels runs.',
  values: {
    RUNNING: { value: 'running', description: 'It runs. Outside of its hours it uses no time.' },
    PAUSED: { value: 'paused', description: 'It stands, as while the case waits for the customer.' },
    MET: { value: 'met', description: 'What it measures has come: in time, or late where `breachedAt` is set.' },
    CANCELLED: { value: 'cancelled', description: 'What it measures will not come, or no policy wants it any more.' },
  } as const,
});

const SlaClockRef = builder.objectRef<SlaClockView>('SlaClock').implement({
  description: 'A clock of service levels. For staff.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'The id of the clock.' }),
    kind: t.field({ type: SlaClockKindEnum, description: 'What it measures.', resolve: (clock) => clock.kind }),
    status: t.field({ type: SlaClockStatusEnum, description: 'Whether it runs.', resolve: (clock) => clock.status }),
    targetSeconds: t.exposeInt('targetSeconds', { description: 'Its target, in seconds of the hours that it runs by.' }),
    startedAt: t.field({ type: 'DateTime', description: 'When it began.', resolve: (clock) => clock.startedAt }),
    dueAt: t.field({ type: 'DateTime', nullable: true, description: 'When the target is used up if nothing stops it; null while it stands or is over.', resolve: (clock) => clock.dueAt }),
    warnedAt: t.field({ type: 'DateTime', nullable: true, description: 'When it warned; null while it has not.', resolve: (clock) => clock.warnedAt }),
    breachedAt: t.field({ type: 'DateTime', nullable: true, description: 'When the target was used up; null while it is not.', resolve: (clock) => clock.breachedAt }),
    stoppedAt: t.field({ type: 'DateTime', nullable: true, description: 'When it was met or given up; null before.', resolve: (clock) => clock.stoppedAt }),
  }),
});

builder.objectField(SupportCaseRef, 'slaClocks', (t) =>
  t.field({ type: [SlaClockRef], nullable: true, description: 'Its clocks of service levels, oldest first: those that run, those of the whole case, and the newest of the others, 20 at most. Null for all but staff.', resolve: (view) => view.slaClocks && [...view.slaClocks] }),
);

const SlaPolicyRef = builder.objectRef<SlaPolicy>('SlaPolicy').implement({
  description: 'Targets for the cases of a queue and some priorities. Of several that fit, the one with queue and priorities counts, then with a queue, then with priorities.',
  fields: (t) => ({
    key: t.exposeString('key', { description: 'Names it within the site.' }),
    name: t.exposeString('name', { description: 'Name shown to people.' }),
    queue: t.exposeString('queue', { nullable: true, description: 'Key of the queue whose cases it is for; null for all.' }),
    priorities: t.field({ type: [SupportPriorityEnum], description: 'Priorities of the cases that it is for; none for all.', resolve: (policy) => policy.priorities }),
    firstResponseSeconds: t.exposeInt('firstResponseSeconds', { nullable: true, description: 'Seconds to the first answer; null for no such target.' }),
    nextResponseSeconds: t.exposeInt('nextResponseSeconds', { nullable: true, description: 'Seconds to each further answer; null for no such target.' }),
    resolutionSeconds: t.exposeInt('resolutionSeconds', { nullable: true, description: 'Seconds until it is resolved; null for no such target.' }),
    isBusinessHours: t.exposeBoolean('isBusinessHours', { description: 'Whether only open hours count.' }),
    schedule: t.exposeString('schedule', { nullable: true, description: 'Key of the opening hours; null for those of the queue, else the site’s default.' }),
    warnPercent: t.exposeInt('warnPercent', { nullable: true, description: 'Percent of a target after which its clock warns; null for no warning.' }),
    pausesOn: t.field({ type: [SupportStatusEnum], description: 'States of a case in which its clocks stand.', resolve: (policy) => policy.pausesOn }),
    breachPriority: t.field({ type: SupportPriorityEnum, nullable: true, description: 'Priority that a case gets at least when a clock is breached; null to leave it.', resolve: (policy) => policy.breachPriority }),
    updatedAt: t.field({ type: 'DateTime', description: 'When it last changed.', resolve: (policy) => policy.updatedAt }),
  }),
});

const SlaFiguresRef = builder.objectRef<SlaFigures>('SlaFigures').implement({
  description: 'How clocks of one kind went, for cases of one priority. Lengths are in seconds of the hours that they ran by.',
  fields: (t) => ({
    kind: t.field({ type: SlaClockKindEnum, description: 'What they measure.', resolve: (figures) => figures.kind }),
    priority: t.field({ type: SupportPriorityEnum, description: 'Priority of the cases, when the clock last changed.', resolve: (figures) => figures.priority }),
    started: t.exposeInt('started', { description: 'How many began.' }),
    metInTime: t.exposeInt('metInTime', { description: 'How many were met in time.' }),
    metLate: t.exposeInt('metLate', { description: 'How many were met late.' }),
    cancelled: t.exposeInt('cancelled', { description: 'How many were given up.' }),
    running: t.exposeInt('running', { description: 'How many run or stand.' }),
    breached: t.exposeInt('breached', { description: 'How many used up their target, whatever became of them.' }),
    attainment: t.float({ nullable: true, description: 'Part that was in time, 0 to 1: met in time, among those met in time or breached. Null while there are none.', resolve: attainmentOf }),
    averageSeconds: t.float({ nullable: true, description: 'Average length of those met.', resolve: ({ averageMs }) => (averageMs === null ? null : averageMs / 1_000) }),
    medianSeconds: t.float({ nullable: true, description: 'Median length of those met.', resolve: ({ medianMs }) => (medianMs === null ? null : medianMs / 1_000) }),
    p90Seconds: t.float({ nullable: true, description: 'Length that nine of ten of those met did not exceed.', resolve: ({ p90Ms }) => (p90Ms === null ? null : p90Ms / 1_000) }),
  }),
});

const secondsText = (what: string): string => `Seconds ${what}, 10 to 7,776,000; null for no such target.`;

const UpsertSlaPolicyInput = builder.inputType('UpsertSlaPolicyInput', {
  description: 'Targets for some cases. What is left out stays, null empties; a new one needs a target.',
  fields: (t) => ({
    key: t.string({ required: true, description: 'Names it within the site: 1 to 40 of a-z, 0-9, `_` and `-`.' }),
    name: t.string({ description: 'Name shown to people, 1 to 80 characters; the key for a new one.' }),
    queue: t.string({ description: 'Key of the queue whose cases it is for; null for all.' }),
    priorities: t.field({ type: [SupportPriorityEnum], description: 'Priorities of the cases that it is for; null or none for all.' }),
    firstResponseSeconds: t.int({ description: secondsText('to the first answer') }),
    nextResponseSeconds: t.int({ description: secondsText('to each further answer') }),
    resolutionSeconds: t.int({ description: secondsText('until it is resolved') }),
    isBusinessHours: t.boolean({ description: 'Whether only open hours count; true for a new one.' }),
    schedule: t.string({ description: 'Key of the opening hours; null for those of the queue, else the site’s default.' }),
    warnPercent: t.int({ description: 'Percent of a target after which its clock warns, 1 to 99; null for no warning; 80 for a new one.' }),
    pausesOn: t.field({ type: [SupportStatusEnum], description: 'States of a case in which its clocks stand: PENDING, SNOOZED; both for a new one.' }),
    breachPriority: t.field({ type: SupportPriorityEnum, description: 'Priority that a case gets at least when a clock is breached; null to leave it.' }),
  }),
});

const UpsertSlaPolicyPayload = builder.objectRef<{ readonly policy: SlaPolicy }>('UpsertSlaPolicyPayload').implement({
  description: 'The policy as it is now.',
  fields: (t) => ({ policy: t.field({ type: SlaPolicyRef, description: 'The policy.', resolve: (payload) => payload.policy }) }),
});

const DeleteSlaPolicyInput = builder.inputType('DeleteSlaPolicyInput', {
  description: 'Which policy.',
  fields: (t) => ({ key: t.string({ required: true, description: 'Its key.' }) }),
});

const DeleteSlaPolicyPayload = builder.objectRef<{ readonly key: string }>('DeleteSlaPolicyPayload').implement({
  description: 'A policy that is gone.',
  fields: (t) => ({ key: t.exposeString('key', { description: 'Its key.' }) }),
});

const WHO = 'For admins, back-ends, and agents who may MANAGE_ROUTING.';

builder.queryFields((t) => ({
  slaPolicies: t.field({
    type: [SlaPolicyRef],
    description: describe('The site’s targets for cases of support, at most 50, by key. For staff.', ['FORBIDDEN']),
    resolve: (_root, _args, context) => listPolicies(context.deps, requireViewer(context)),
  }),
  slaReport: t.field({
    type: [SlaFiguresRef],
    description: describe('How the clocks went that began in a time, for each kind and priority. For staff.', ['FORBIDDEN']),
    args: {
      from: t.arg({ type: 'DateTime', required: true, description: 'Clocks that began at this moment or later.' }),
      to: t.arg({ type: 'DateTime', required: true, description: 'And before this one, at most 366 days later.' }),
      queue: t.arg.string({ description: 'Only of cases in the queue of this key.' }),
    },
    resolve: (_root, { from, to, queue }, context) => slaReport(context.deps, requireViewer(context), { from, to, queue: queue ?? null }),
  }),
}));

builder.mutationFields((t) => ({
  upsertSlaPolicy: t.field({
    type: UpsertSlaPolicyPayload,
    description: describe(`Makes or changes targets. Clocks that run go on by them, with the time used so far. ${WHO}`, ['FORBIDDEN', 'NOT_FOUND', 'LIMIT_EXCEEDED']),
    args: { input: t.arg({ type: UpsertSlaPolicyInput, required: true, description: 'The targets.' }) },
    resolve: async (_root, { input }, context) => ({ policy: await upsertPolicy(context.deps, requireViewer(context), input) }),
  }),
  deleteSlaPolicy: t.field({
    type: DeleteSlaPolicyPayload,
    description: describe(`Deletes targets. Clocks that ran by them go on by those that fit now, or are given up. ${WHO}`, ['FORBIDDEN', 'NOT_FOUND']),
    args: { input: t.arg({ type: DeleteSlaPolicyInput, required: true, description: 'Which.' }) },
    resolve: async (_root, { input }, context) => ({ key: await deletePolicy(context.deps, requireViewer(context), input) }),
  }),
}));
