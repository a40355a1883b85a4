import { useSchedules } from '@parley/react/support';
import type { BusinessHours, Schedule, Weekday } from '@parley/sdk';
import { useState } from 'react';
import { TextField, textOf } from '../shared/field.js';
import { FormDialog } from '../shared/form-dialog.js';
import { dayAndTime } from '../shared/time.js';
import { CardList } from './card-list.js';
import { Page } from './page.js';

const days: readonly Weekday[] = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'];
const dayName = (day: Weekday) => day.charAt(0) + day.slice(1).toLowerCase();
const spans = (hours: readonly { readonly opensAt: string; readonly closesAt: string }[]) => hours.map(({ opensAt, closesAt }) => `${opensAt}-${closesAt}`).join(', ');
const spansOf = (text: string) =>
  text
    .split(',')
    .map((each) => each.trim())
    .filter((each) => each !== '')
    .map((each) => {
      const [opensAt = '', closesAt = ''] = each.split(/\s*[-–]\s*/);
      return { opensAt, closesAt };
    });
const hoursOf = (schedule: Schedule | null, day: Weekday) => spans(schedule?.hours.filter((each) => each.day === day) ?? []);
/** A line `2026-12-25 Christmas` is a closed day, `2026-12-24 09:00-12:00 Christmas Eve` a short one. */
const holidayLine = ({ date, name, hours }: Schedule['holidays'][number]) => [date, spans(hours), name].filter((part) => part !== '').join(' ');
const holidayOf = (line: string) => {
  const [, date = line, times = '', name = ''] = /^(\S+)\s*((?:\d{2}:\d{2}\s*-\s*\d{2}:\d{2},?\s*)*)(.*)$/.exec(line) ?? [];
  return { date, hours: spansOf(times), name };
};

/** Whether the site is there, and until when. */
function aboutNow(now: BusinessHours | null): string {
  if (now === null) return 'When the site is there.';
  const until = now.isOpen ? now.closesAt : now.nextOpeningAt;
  return `${now.isOpen ? 'Open' : 'Closed'} now${until === null ? '' : `, until ${dayAndTime(until)}`}.`;
}

/** Opening hours in the time zone of the site, and the days that are different. */
export function HoursPage() {
  const { schedules, businessHours, status, error, retry, upsert, remove } = useSchedules();
  const [edited, setEdited] = useState<Schedule | 'new' | null>(null);
  const schedule = edited === 'new' ? null : edited;

  const save = (form: FormData) =>
    upsert({
      key: schedule?.key ?? textOf(form, 'key'),
      name: textOf(form, 'name'),
      timeZone: textOf(form, 'timeZone'),
      hours: days.flatMap((day) => spansOf(textOf(form, day)).map((each) => ({ day, ...each }))),
      holidays: textOf(form, 'holidays').split('\n').map((line) => line.trim()).filter((line) => line !== '').map(holidayOf),
      ...(form.get('isDefault') === 'on' ? { isDefault: true } : {}),
    });
  return (
    <Page
      title="Hours"
      about={aboutNow(businessHours)}
      status={status}
      error={error}
      onRetry={retry}
      actions={
        <button className="primary" onClick={() => setEdited('new')}>
          New hours
        </button>
      }
    >
      <CardList items={schedules} keyOf={(each) => each.key} none="Without hours the site is always open." onEdit={setEdited} onDelete={(each) => remove(each.key)}>
        {(each) => (
          <>
            <header>
              <h2>{each.name}</h2>
              {each.isDefault ? <span className="chip" data-tone="accent">default</span> : null}
              <span className="chip">{each.timeZone}</span>
            </header>
            <dl className="facts">
              {days.map((day) => (
                <div key={day} className="fact">
                  <dt>{dayName(day)}</dt>
                  <dd>{hoursOf(each, day) || 'closed'}</dd>
                </div>
              ))}
            </dl>
            {each.holidays.length > 0 ? <p className="hint">{each.holidays.length} other days, next {each.holidays[0]?.date}</p> : null}
          </>
        )}
      </CardList>
      {edited === null ? null : (
        <FormDialog title={schedule?.name ?? 'New hours'} onSubmit={save} onClose={() => setEdited(null)}>
          <div className="form-row">
            {schedule === null ? <TextField label="Key" name="key" required placeholder="main" /> : null}
            <TextField label="Name" name="name" required defaultValue={schedule?.name ?? ''} />
            <TextField label="Time zone" name="timeZone" required defaultValue={schedule?.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone} />
          </div>
          <fieldset className="form-row">
            <legend>Hours, such as 09:00-12:00, 13:00-17:30</legend>
            {days.map((day) => (
              <TextField key={day} label={dayName(day)} name={day} placeholder="closed" defaultValue={hoursOf(schedule, day)} />
            ))}
          </fieldset>
          <TextField label="Other days" name="holidays" rows={3} hint="One a line: 2026-12-25 Christmas, or 2026-12-24 09:00-12:00 Christmas Eve" defaultValue={schedule?.holidays.map(holidayLine).join('\n') ?? ''} />
          <label className="check">
            <input type="checkbox" name="isDefault" defaultChecked={schedule?.isDefault ?? true} /> Holds wherever no other is named
          </label>
        </FormDialog>
      )}
    </Page>
  );
}
