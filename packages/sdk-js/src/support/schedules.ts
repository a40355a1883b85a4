/** The site's opening hours, and whether it is open. */
import { Alarm } from '../clock.js';
import type { ChatClient } from '../create-chat-client.js';
import { BusinessHoursDocument, DeleteScheduleDocument, SchedulesDocument, UpsertScheduleDocument } from '../generated/operations.js';
import type { BusinessHours, Schedule, UpsertScheduleInput } from '../generated/types.js';
import { perClient } from './handles.js';
import { queryStore } from './query-store.js';
import type { StoreState, SupportStore } from './support-store.js';

/** What the store of the opening hours holds. */
export interface SchedulesData {
  /** At most 20, by key. */
  readonly schedules: readonly Schedule[];
  /** Whether the site is open by its default schedule, and when that changes: read again at that time. Null until it is read. */
  readonly businessHours: BusinessHours | null;
}

/** The store of the site's opening hours. All functions reject with a `ChatError`. */
export interface SchedulesHandle extends SupportStore<StoreState<SchedulesData>> {
  /**
   * Makes or changes the schedule with the key; what is left out stays, and a new one needs `timeZone` and `hours`. INVALID_INPUT names in `details` what is
   * wrong, such as hours that overlap. For admins, and agents with MANAGE_ROUTING.
   */
  readonly upsert: (schedule: UpsertScheduleInput) => Promise<Schedule>;
  /** Deletes one: what named it follows the default. CONFLICT for the default while there are others. For those who may write. */
  readonly remove: (key: string) => Promise<void>;
  /** Reads them again. */
  readonly refresh: () => void;
}

const byKey = (one: Schedule, other: Schedule): number => (one.key < other.key ? -1 : 1);

/**
 * The site's opening hours, for staff; `status` becomes `failed` with FORBIDDEN for others. A site without any is always open.
 *
 * @example
 * const hours = schedules(client);
 * await hours.upsert({ key: 'office', timeZone: 'Europe/Vienna', hours: [{ day: 'MONDAY', opensAt: '09:00', closesAt: '17:00' }] });
 * hours.subscribe(() => render(hours.getSnapshot().businessHours?.isOpen));
 */
export const schedules: (client: ChatClient) => SchedulesHandle = /*#__PURE__*/ perClient((context) => {
  const { runner } = context;
  const turn = new Alarm(context.clock);
  let isWatched = false;
  const { change, ...store } = queryStore<SchedulesData>(context, {
    initial: { schedules: [], businessHours: null },
    read: async () => {
      const [listed, { businessHours }] = await Promise.all([runner.request(SchedulesDocument, {}), runner.request(BusinessHoursDocument, {})]);
      const turnsAt = businessHours.closesAt ?? businessHours.nextOpeningAt;
      // How long it takes is by the server's clock, whatever this machine's shows.
      if (isWatched && turnsAt !== null) turn.set(Date.parse(turnsAt) - Date.parse(businessHours.at), store.refresh);
      return { schedules: listed.schedules, businessHours };
    },
    watch: () => {
      isWatched = true;
      return () => {
        isWatched = false;
        turn.clear();
      };
    },
  });
  const without = (all: readonly Schedule[], key: string): Schedule[] => all.filter((each) => each.key !== key);
  /** Shows at once what was changed, and reads again what follows from it. */
  const changed = (update: (all: readonly Schedule[]) => Schedule[]): void => {
    change((data) => ({ ...data, schedules: update(data.schedules).sort(byKey) }));
    store.refresh();
  };
  return {
    ...store,
    upsert: async (input) => {
      const { schedule } = (await runner.request(UpsertScheduleDocument, { input })).upsertSchedule;
      changed((all) => [...without(all, schedule.key).map((each) => (schedule.isDefault && each.isDefault ? { ...each, isDefault: false } : each)), schedule]);
      return schedule;
    },
    remove: async (key) => {
      await runner.request(DeleteScheduleDocument, { input: { key } });
      changed((all) => without(all, key));
    },
  };
});
