/** What the clock makes the server say. Every node looks; whoever comes first says it. */
import { BY_THE_CLOCK, type HotStatement, type Tx } from '../../db/contract.js';
import type { Deps } from '../../deps.js';
import { inTurn } from '../../kernel/in-turn.js';
import { lockCase } from '../queues/index.js';
import { type Facts, factsOf, settingOf } from './facts.js';
import { DEFAULT_AUTOMATION } from './settings.js';
import { speak } from './speak.js';
import { render } from './texts.js';

/** The most cases of each kind that one look deals with. */
const MOST = 200;

const seconds = (key: 'waitingAfterSeconds' | 'inactivityAfterSeconds'): string =>
  `make_interval(secs => coalesce((a.settings->>'${key}')::int, ${DEFAULT_AUTOMATION[key]}))`;

/** Whether a site says it in any language. */
const isSaid = (key: 'waitingText' | 'inactivityText'): string =>
  `(coalesce(a.settings->>'${key}', '') <> '' OR jsonb_path_exists(a.settings, '$.translations.*.${key} ? (@ != "")'))`;

/** Cases in which a waiting message is due. $1 now, $2 one case or null for all, $3 the most. */
const WAITING = `SELECT s.id AS "caseId", w.since, n.sent,
    (SELECT count(*)::int FROM support_case o WHERE o.site_id = s.site_id AND o.queue_id = s.queue_id AND o.status = 'queued' AND o.control = 'queue' AND (o.rank, o.id) <= (s.rank, s.id)) AS position
  FROM automation a JOIN support_case s ON s.site_id = a.site_id LEFT JOIN case_automation ca ON ca.case_id = s.id
    CROSS JOIN LATERAL (SELECT greatest(s.queued_at, ca.handed_over_at) AS since) w
    CROSS JOIN LATERAL (SELECT CASE WHEN ca.waiting_since = w.since THEN ca.waiting_sent ELSE 0 END AS sent, CASE WHEN ca.waiting_since = w.since THEN ca.waiting_at END AS at) n
  WHERE ${isSaid('waitingText')} AND s.status = 'queued' AND s.control = 'queue' AND ($2::text IS NULL OR s.id = $2::text)
    AND n.sent < coalesce((a.settings->>'waitingMost')::int, ${DEFAULT_AUTOMATION.waitingMost})
    AND coalesce(n.at, w.since) + ${seconds('waitingAfterSeconds')} <= $1::timestamptz
  ORDER BY s.rank, s.id LIMIT $3::int`;

/** Cases whose customer has been silent since somebody wrote to them. The same parameters. */
const INACTIVE = `SELECT s.id AS "caseId", (c.heads->'all'->>'seq')::int AS seq
  FROM automation a JOIN support_case s ON s.site_id = a.site_id JOIN conversation c ON c.id = s.conversation_id LEFT JOIN case_automation ca ON ca.case_id = s.id
  WHERE ${isSaid('inactivityText')} AND (s.status IN ('open', 'pending') OR (s.status = 'queued' AND s.control = 'bot')) AND ($2::text IS NULL OR s.id = $2::text)
    AND c.heads->'all'->>'by' <> s.customer_id AND (c.heads->'all'->>'seq')::int > coalesce(ca.inactive_seq, 0)
    AND (c.heads->'all'->>'at')::timestamptz + ${seconds('inactivityAfterSeconds')} <= $1::timestamptz
  ORDER BY s.id LIMIT $3::int`;

interface WaitingDue {
  readonly caseId: string;
  readonly since: Date;
  readonly sent: number;
  readonly position: number;
}

interface InactiveDue {
  readonly caseId: string;
  readonly seq: number;
}

const WAITING_DUE: HotStatement = { name: 'automation.waiting_due', text: `${BY_THE_CLOCK} ${WAITING}` };
const INACTIVE_DUE: HotStatement = { name: 'automation.inactive_due', text: `${BY_THE_CLOCK} ${INACTIVE}` };

/** Says to all who wait, or have fallen silent, what is due. */
export async function remind(deps: Deps): Promise<void> {
  const all = [deps.clock.now().toISOString(), null, MOST];
  const how = { log: deps.log, event: 'automation.failed', operation: 'send a waiting or inactivity message' } as const;
  await inTurn(await deps.db.hot<WaitingDue>(WAITING_DUE, all), { ...how, work: ({ caseId }) => inCase(deps, caseId, (facts) => sayWaiting(deps, facts)) });
  await inTurn(await deps.db.hot<InactiveDue>(INACTIVE_DUE, all), { ...how, work: ({ caseId }) => inCase(deps, caseId, (facts) => sayInactive(deps, facts)) });
}

async function inCase(deps: Deps, caseId: string, work: (facts: Facts) => Promise<void>): Promise<void> {
  const facts = await factsOf(deps, caseId);
  if (facts) await work(facts);
}

async function sayWaiting(deps: Deps, facts: Facts): Promise<void> {
  const setting = await settingOf(deps, facts);
  const now = deps.clock.now();
  await deps.db.transaction(async (tx) => {
    const due = await dueIn<WaitingDue>(deps, tx, { sql: WAITING, facts, now });
    if (!due) return;
    // While nobody is there, nobody is told to wait a little; the next look is one interval later.
    const sent = due.sent + Number(setting.isOpen);
    await tx.raw(
      `INSERT INTO case_automation (case_id, site_id, created_at, waiting_since, waiting_sent, waiting_at) VALUES ($1, $2, $3::timestamptz, $4::timestamptz, $5::int, $3::timestamptz)
       ON CONFLICT (case_id) DO UPDATE SET waiting_since = excluded.waiting_since, waiting_sent = excluded.waiting_sent, waiting_at = excluded.waiting_at`,
      [facts.caseId, facts.siteId, now.toISOString(), due.since.toISOString(), sent],
    );
    if (!setting.isOpen) return;
    const minutes = Math.floor((now.getTime() - due.since.getTime()) / 60_000);
    const text = render(facts.settings.waitingText, { ...setting.values, 'waited.minutes': String(minutes), 'queue.position': String(due.position) });
    const clientId = `auto:waiting:${due.since.getTime()}:${sent}`;
    if (text.trim() !== '') await speak(deps, tx, { ...facts, kind: 'waiting', text, clientId, maxLength: setting.maxLength, now, facts: { position: due.position } });
  });
}

async function sayInactive(deps: Deps, facts: Facts): Promise<void> {
  const setting = await settingOf(deps, facts);
  const now = deps.clock.now();
  await deps.db.transaction(async (tx) => {
    const due = await dueIn<InactiveDue>(deps, tx, { sql: INACTIVE, facts, now });
    if (!due) return;
    const text = render(facts.settings.inactivityText, setting.values);
    const said = text.trim() === '' ? null : await speak(deps, tx, { ...facts, kind: 'inactivity', text, clientId: `auto:inactivity:${due.seq}`, maxLength: setting.maxLength, now });
    await tx.raw(
      `INSERT INTO case_automation (case_id, site_id, created_at, inactive_seq) VALUES ($1, $2, $3::timestamptz, $4::int)
       ON CONFLICT (case_id) DO UPDATE SET inactive_seq = excluded.inactive_seq`,
      [facts.caseId, facts.siteId, now.toISOString(), said?.seq ?? due.seq],
    );
  });
}

/** Looks again under the lock of the case: another node may have said it, or somebody written. */
async function dueIn<Row>(deps: Deps, tx: Tx, { sql, facts, now }: { readonly sql: string; readonly facts: Facts; readonly now: Date }): Promise<Row | null> {
  if (!(await lockCase(tx, facts))) return null;
  const [due] = await tx.raw<Row>(sql, [now.toISOString(), facts.caseId, 1]);
  return due ?? null;
}
