import type { Tx } from '../../db/contract.js';
import type { Deps } from '../../deps.js';
import { ChatError, invalidInput } from '../../kernel/errors.js';
import { newId } from '../../kernel/ids.js';
import type { Viewer } from '../../kernel/viewer.js';
import { requirePermission, siteOfPage } from '../identity/index.js';
import { accessSchedule, findSchedules, requireStaff, type ScheduleRow } from './access.js';
import { ALWAYS_OPEN, type Calendar, calendarOf, isOpenAt, nextClosing, nextOpening } from './calendar.js';
import { parseSchedule, parseScheduleKey, type ScheduleChange, type ScheduleInput, storedHours } from './input.js';

/** The most schedules of a site. */
export const MAX_SCHEDULES = 20;

/** Whether a site is open at a moment, and when that changes. */
export interface BusinessHours {
  readonly at: Date;
  readonly isOpen: boolean;
  /** Null while it is open, and when it does not open within five years. */
  readonly nextOpeningAt: Date | null;
  /** Null while it is closed, and when it does not close within five years. */
  readonly closesAt: Date | null;
  /** Null for a site without opening hours, which is always open. */
  readonly timeZone: string | null;
}

/** The site's schedules, by key. @throws ChatError FORBIDDEN */
export async function listSchedules(deps: Deps, viewer: Viewer): Promise<ScheduleRow[]> {
  requireStaff(viewer, 'list schedules');
  return findSchedules(deps.db.prisma, viewer.siteId);
}

/**
 * Makes or changes a schedule, by key. What is left out stays; repeating it changes nothing. The first one of a site is its default.
 * @throws ChatError FORBIDDEN, INVALID_INPUT, LIMIT_EXCEEDED
 */
export async function upsertSchedule(deps: Deps, viewer: Viewer, input: ScheduleInput): Promise<ScheduleRow> {
  const operation = 'write schedule';
  await requirePermission(deps, viewer, { permission: 'manage_routing', operation });
  const change = parseSchedule(input);
  const { siteId } = viewer;
  return deps.db.transaction(async (tx) => {
    await lockSite(tx, siteId);
    const alive = await findSchedules(tx.prisma, siteId);
    const before = alive.find(({ key }) => key === change.key);
    if (!before) requireWhole(change, alive.length);
    if (change.isDefault === false && before?.isDefault) throw invalidInput(operation, 'isDefault', 'cannot be taken away; make another one the default instead');
    const isDefault = alive.length === 0 || (change.isDefault ?? before?.isDefault ?? false);
    const now = deps.clock.now();
    if (isDefault) await tx.prisma.schedule.updateMany({ where: { siteId, isDefault: true, NOT: { key: change.key } }, data: { isDefault: false, updatedAt: now } });
    await write(tx, siteId, { change, isDefault, now });
    return accessSchedule(tx, siteId, { key: change.key, operation });
  });
}

/**
 * Deletes a schedule; deleting again answers the same. What names it follows the site's default from then on.
 * @throws ChatError FORBIDDEN, NOT_FOUND, CONFLICT for the default while there are others
 */
export async function deleteSchedule(deps: Deps, viewer: Viewer, input: { readonly key: string }): Promise<string> {
  const operation = 'delete schedule';
  await requirePermission(deps, viewer, { permission: 'manage_routing', operation });
  const key = parseScheduleKey(operation, input.key);
  const { siteId } = viewer;
  return deps.db.transaction(async (tx) => {
    await lockSite(tx, siteId);
    const row = await accessSchedule(tx, siteId, { key, operation });
    if (row.deletedAt !== null) return key;
    const others = await tx.prisma.schedule.count({ where: { siteId, deletedAt: null, NOT: { key } } });
    if (row.isDefault && others > 0) {
      throw new ChatError('CONFLICT', `unable to ${operation}; it is the default, make another one the default first`, { details: { field: 'key', reason: 'IS_DEFAULT' } });
    }
    const now = deps.clock.now();
    await tx.prisma.schedule.update({ where: { id: row.id }, data: { deletedAt: now, updatedAt: now, isDefault: false } });
    return key;
  });
}

/** Whose opening hours are asked for. */
export interface BusinessHoursRequest {
  /** Key of a schedule; the site's default without one. */
  readonly key?: string | null | undefined;
  /** The site's public key, of a page that has no credential yet. A viewer has a site already. */
  readonly siteKey?: string | null | undefined;
  /** Origin of the page that calls; null when no browser page of another origin does. */
  readonly origin: string | null;
}

/**
 * Whether a site is open now: by the schedule of that key, else by the default. It is the viewer's site, and for a page without a credential that of the site key.
 * @throws ChatError UNAUTHENTICATED with neither, NOT_FOUND, INVALID_INPUT; SITE_INACTIVE and ORIGIN_NOT_ALLOWED for pages
 */
export async function readBusinessHours(deps: Deps, viewer: Viewer | null, input: BusinessHoursRequest): Promise<BusinessHours> {
  const operation = 'read business hours';
  const key = input.key == null ? null : parseScheduleKey(operation, input.key);
  const calendars = await siteCalendars(deps, await siteIdOf(deps, viewer, { ...input, operation }));
  if (key !== null && !calendars.has(key)) throw new ChatError('NOT_FOUND', `unable to ${operation}; schedule does not exist`);
  const calendar = calendars.of(key);
  const at = deps.clock.now();
  const isOpen = isOpenAt(calendar, at);
  return { at, isOpen, nextOpeningAt: isOpen ? null : nextOpening(calendar, at), closesAt: nextClosing(calendar, at), timeZone: calendar.timeZone };
}

async function siteIdOf(deps: Deps, viewer: Viewer | null, of: BusinessHoursRequest & { readonly operation: string }): Promise<string> {
  if (viewer) return viewer.siteId;
  const { siteKey, origin, operation } = of;
  if (siteKey == null) throw new ChatError('UNAUTHENTICATED', `unable to ${operation}; no credential was given, and no site key`);
  return (await siteOfPage(deps, operation, { siteKey, origin })).id;
}

/** The opening hours of a site, made ready for reckoning. */
export interface SiteCalendars {
  /** Whether there is a schedule of that key. */
  has(key: string): boolean;
  /** The schedule of that key; the default for null and for one that there is not; {@link ALWAYS_OPEN} for a site without any. */
  of(key: string | null): Calendar;
}

/** Reads all opening hours of a site, in two statements however many there are. */
export async function siteCalendars(deps: Pick<Deps, 'db'>, siteId: string): Promise<SiteCalendars> {
  const rows = await findSchedules(deps.db.prisma, siteId);
  const calendars = new Map(rows.map((row) => [row.key, calendarOf(storedHours(row))]));
  const main = rows.find(({ isDefault }) => isDefault);
  const fallback = (main && calendars.get(main.key)) ?? ALWAYS_OPEN;
  return { has: (key) => calendars.has(key), of: (key) => (key === null ? fallback : (calendars.get(key) ?? fallback)) };
}

/** The keys of a site's schedules. */
export async function scheduleKeys(deps: Pick<Deps, 'db'>, siteId: string): Promise<string[]> {
  const rows = await deps.db.prisma.schedule.findMany({ where: { siteId, deletedAt: null }, select: { key: true } });
  return rows.map(({ key }) => key);
}

/** Schedules of one site are written one after the other: number and default are looked at under the lock. */
async function lockSite(tx: Tx, siteId: string): Promise<void> {
  await tx.raw('SELECT 1 FROM site WHERE id = $1 FOR NO KEY UPDATE', [siteId]);
}

function requireWhole(change: ScheduleChange, alive: number): void {
  const operation = 'write schedule';
  if (alive >= MAX_SCHEDULES) throw new ChatError('LIMIT_EXCEEDED', `unable to ${operation}; there are ${MAX_SCHEDULES} already`, { details: { limit: MAX_SCHEDULES } });
  if (change.timeZone === null) throw invalidInput(operation, 'timeZone', 'is needed for a new schedule');
  if (change.week === null) throw invalidInput(operation, 'hours', 'is needed for a new schedule');
}

async function write(tx: Tx, siteId: string, of: { readonly change: ScheduleChange; readonly isDefault: boolean; readonly now: Date }): Promise<void> {
  const { change, isDefault, now } = of;
  const { key } = change;
  const given = {
    ...(change.name === null ? {} : { name: change.name }),
    ...(change.timeZone === null ? {} : { timeZone: change.timeZone }),
    ...(change.week === null ? {} : { week: change.week.map(({ day, from, to }) => ({ day, from, to })) }),
  };
  const known = await tx.prisma.schedule.findUnique({ where: { siteId_key: { siteId, key } }, select: { id: true, deletedAt: true } });
  // One that comes back after it was deleted begins anew.
  const anew = { name: key, week: [], ...given };
  const row = known
    ? await tx.prisma.schedule.update({ where: { id: known.id }, data: { ...(known.deletedAt === null ? given : anew), isDefault, deletedAt: null, updatedAt: now } })
    : await tx.prisma.schedule.create({ data: { id: newId('schedule'), siteId, key, timeZone: 'UTC', ...anew, isDefault, createdAt: now, updatedAt: now } });
  const holidays = change.holidays ?? (known && known.deletedAt !== null ? [] : null);
  if (holidays === null) return;
  await tx.prisma.holiday.deleteMany({ where: { scheduleId: row.id } });
  await tx.prisma.holiday.createMany({
    data: holidays.map(({ date, name, hours }) => ({ scheduleId: row.id, siteId, date, name, hours: hours.map(({ from, to }) => ({ from, to })) })),
  });
}
