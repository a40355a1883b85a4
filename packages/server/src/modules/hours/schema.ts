import { builder } from '../../graphql/builder.js';
import { requireViewer } from '../../graphql/context.js';
import { describe } from '../../graphql/describe.js';
import type { ScheduleRow } from './access.js';
import { type DayHours, timeText, type WeekHours } from './calendar.js';
import { storedHours } from './input.js';
import { type BusinessHours, deleteSchedule, listSchedules, readBusinessHours, upsertSchedule } from './service.js';

const opensText = 'When it opens, `00:00` to `23:59`.';
const closesText = 'When it closes: later than `opensAt`, by 24 hours at most. Past midnight the hours count on, as in `26:00`.';

const WeekdayEnum = builder.enumType('Weekday', {
  description: 'A day of the week.',
  values: {
    MONDAY: { value: 1, description: 'Monday.' },
    TUESDAY: { value: 2, description: 'Tuesday.' },
    WEDNESDAY: { value: 3, description: 'Wednesday.' },
    THURSDAY: { value: 4, description: 'Thursday.' },
    FRIDAY: { value: 5, description: 'Friday.' },
    SATURDAY: { value: 6, description: 'Saturday.' },
    SUNDAY: { value: 7, description: 'Sunday.' },
  } as const,
});

type Weekday = typeof WeekdayEnum.$inferType;
const WEEKDAYS: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];

const WeeklyHours = builder.objectRef<WeekHours>('WeeklyHours').implement({
  description: 'Opening hours of every such day of the week.',
  fields: (t) => ({
    day: t.field({ type: WeekdayEnum, description: 'The day on which they begin.', resolve: (hours) => WEEKDAYS[hours.day - 1] ?? 1 }),
    opensAt: t.string({ description: opensText, resolve: (hours) => timeText(hours.from) }),
    closesAt: t.string({ description: closesText, resolve: (hours) => timeText(hours.to) }),
  }),
});

const DayHoursRef = builder.objectRef<DayHours>('DayHours').implement({
  description: 'Opening hours of one date.',
  fields: (t) => ({
    opensAt: t.string({ description: opensText, resolve: (hours) => timeText(hours.from) }),
    closesAt: t.string({ description: closesText, resolve: (hours) => timeText(hours.to) }),
  }),
});

const HolidayRef = builder.objectRef<{ readonly date: string; readonly name: string; readonly hours: readonly DayHours[] }>('Holiday').implement({
  description: 'A date with hours of its own. They replace those of its weekday that begin on that date.',
  fields: (t) => ({
    date: t.exposeString('date', { description: 'The date, such as `2026-12-25`.' }),
    name: t.exposeString('name', { description: 'What it is called; may be empty.' }),
    hours: t.field({ type: [DayHoursRef], description: 'Its hours; none where it is closed.', resolve: (holiday) => [...holiday.hours] }),
  }),
});

const ScheduleRef = builder.objectRef<ScheduleRow>('Schedule').implement({
  description: 'Opening hours of the site, or of a part of it.',
  fields: (t) => ({
    key: t.exposeString('key', { description: 'Names it within the site.' }),
    name: t.exposeString('name', { description: 'Name shown to people.' }),
    timeZone: t.exposeString('timeZone', { description: 'Name of the IANA time zone that its times are of, such as `Europe/Vienna`.' }),
    isDefault: t.exposeBoolean('isDefault', { description: 'Whether it holds wherever no other one is named.' }),
    hours: t.field({ type: [WeeklyHours], description: 'Opening hours of a week, in order.', resolve: (row) => [...storedHours(row).week] }),
    holidays: t.field({
      type: [HolidayRef],
      description: 'Dates with hours of their own, in order.',
      resolve: (row) => {
        const hours = new Map(storedHours(row).holidays.map((each) => [each.date, each.hours]));
        return row.holidays.map(({ date, name }) => ({ date, name, hours: hours.get(date) ?? [] })).sort((one, other) => (one.date < other.date ? -1 : 1));
      },
    }),
    updatedAt: t.field({ type: 'DateTime', description: 'When it last changed.', resolve: (row) => row.updatedAt }),
  }),
});

const BusinessHoursRef = builder.objectRef<BusinessHours>('BusinessHours').implement({
  description: 'Whether the site is open, and when that changes.',
  fields: (t) => ({
    at: t.field({ type: 'DateTime', description: 'The moment that it holds for.', resolve: (hours) => hours.at }),
    isOpen: t.exposeBoolean('isOpen', { description: 'Whether it is open. A site without opening hours always is.' }),
    nextOpeningAt: t.field({ type: 'DateTime', nullable: true, description: 'When it opens; null while it is open, and when it does not within five years.', resolve: (hours) => hours.nextOpeningAt }),
    closesAt: t.field({ type: 'DateTime', nullable: true, description: 'When it closes; null while it is closed, and when it does not within five years.', resolve: (hours) => hours.closesAt }),
    timeZone: t.exposeString('timeZone', { nullable: true, description: 'The time zone of its opening hours; null for a site without any.' }),
  }),
});

const WeeklyHoursInput = builder.inputType('WeeklyHoursInput', {
  description: 'Opening hours of every such day of the week.',
  fields: (t) => ({
    day: t.field({ type: WeekdayEnum, required: true, description: 'The day on which they begin.' }),
    opensAt: t.string({ required: true, description: opensText }),
    closesAt: t.string({ required: true, description: closesText }),
  }),
});

const DayHoursInput = builder.inputType('DayHoursInput', {
  description: 'Opening hours of one date.',
  fields: (t) => ({
    opensAt: t.string({ required: true, description: opensText }),
    closesAt: t.string({ required: true, description: closesText }),
  }),
});

const HolidayInput = builder.inputType('HolidayInput', {
  description: 'A date with hours of its own.',
  fields: (t) => ({
    date: t.string({ required: true, description: 'The date, such as `2026-12-25`.' }),
    name: t.string({ description: 'What it is called, at most 80 characters.' }),
    hours: t.field({ type: [DayHoursInput], description: 'Its hours, at most 8; left out or empty, it is closed.' }),
  }),
});

const UpsertScheduleInput = builder.inputType('UpsertScheduleInput', {
  description: 'A schedule. What is left out stays; a new one needs `timeZone` and `hours`.',
  fields: (t) => ({
    key: t.string({ required: true, description: 'Names it within the site: 1 to 40 of a-z, 0-9, `_` and `-`.' }),
    name: t.string({ description: 'Name shown to people, 1 to 80 characters; the key for a new one.' }),
    timeZone: t.string({ description: 'Name of an IANA time zone, such as `Europe/Vienna`.' }),
    isDefault: t.boolean({ description: 'True makes it the site’s default instead of the one so far.' }),
    hours: t.field({ type: [WeeklyHoursInput], description: 'Opening hours of a week, at most 56; replaces those so far. They may touch, not overlap. None is closed.' }),
    holidays: t.field({ type: [HolidayInput], description: 'Dates with hours of their own, at most 400; replaces those so far.' }),
  }),
});

const UpsertSchedulePayload = builder.objectRef<{ readonly schedule: ScheduleRow }>('UpsertSchedulePayload').implement({
  description: 'The schedule as it is now.',
  fields: (t) => ({ schedule: t.field({ type: ScheduleRef, description: 'The schedule.', resolve: (payload) => payload.schedule }) }),
});

const DeleteScheduleInput = builder.inputType('DeleteScheduleInput', {
  description: 'Which schedule.',
  fields: (t) => ({ key: t.string({ required: true, description: 'Its key.' }) }),
});

const DeleteSchedulePayload = builder.objectRef<{ readonly key: string }>('DeleteSchedulePayload').implement({
  description: 'A schedule that is gone.',
  fields: (t) => ({ key: t.exposeString('key', { description: 'Its key.' }) }),
});

builder.queryFields((t) => ({
  schedules: t.field({
    type: [ScheduleRef],
    description: describe('The site’s opening hours, at most 20, by key. For staff.', ['FORBIDDEN']),
    resolve: (_root, _args, context) => listSchedules(context.deps, requireViewer(context)),
  }),
  businessHours: t.field({
    type: BusinessHoursRef,
    description: describe(
      'Whether the viewer’s site is open now, and when that changes. For everybody, customers and guests too; with `siteKey` it needs no credential, so that a widget can say it before anybody signs in.',
      ['NOT_FOUND', 'ORIGIN_NOT_ALLOWED'],
    ),
    args: {
      key: t.arg.string({ description: 'Key of a schedule; the site’s default when it is left out.' }),
      siteKey: t.arg.string({ description: 'The public key of the site (`pk_…`), of a page without a credential; a credential names the site already.' }),
    },
    resolve: (_root, args, context) => readBusinessHours(context.deps, context.viewer, { ...args, origin: context.origin ?? null }),
  }),
}));

builder.mutationFields((t) => ({
  upsertSchedule: t.field({
    type: UpsertSchedulePayload,
    description: describe('Makes or changes opening hours. The first of a site become its default. For admins, back-ends, and agents who may MANAGE_ROUTING.', ['FORBIDDEN', 'LIMIT_EXCEEDED']),
    args: { input: t.arg({ type: UpsertScheduleInput, required: true, description: 'The schedule.' }) },
    resolve: async (_root, { input }, context) => ({ schedule: await upsertSchedule(context.deps, requireViewer(context), input) }),
  }),
  deleteSchedule: t.field({
    type: DeleteSchedulePayload,
    description: describe('Deletes opening hours; what named them follows the default. The default goes last. For admins, back-ends, and agents who may MANAGE_ROUTING.', ['FORBIDDEN', 'NOT_FOUND', 'CONFLICT']),
    args: { input: t.arg({ type: DeleteScheduleInput, required: true, description: 'Which.' }) },
    resolve: async (_root, { input }, context) => ({ key: await deleteSchedule(context.deps, requireViewer(context), input) }),
  }),
}));
