import type { HotStatement } from '../../db/contract.js';
import type { Deps } from '../../deps.js';
import type { SupportControl, SupportStatus } from '../../kernel/words.js';
import { isOpenAt, nextOpening, siteCalendars } from '../hours/index.js';
import { siteSettings } from '../identity/index.js';
import { type AutomationSettings, inLanguage, readAutomation } from './settings.js';
import { momentText, type Values } from './texts.js';

/** A case as automation needs it, with the settings of its site. */
export interface Facts {
  readonly caseId: string;
  readonly siteId: string;
  readonly conversationId: string;
  readonly customerId: string;
  readonly status: SupportStatus;
  readonly control: SupportControl;
  readonly createdAt: Date;
  readonly language: string | null;
  readonly page: string | null;
  /** Whether automation has seen the case. */
  readonly hasBegun: boolean;
  readonly schedule: string | null;
  /** With the texts for the customer's language. */
  readonly settings: AutomationSettings;
  /** Of variables that follow from the case itself. */
  readonly values: Values;
}

interface Row extends Omit<Facts, 'settings' | 'values'> {
  readonly stored: unknown;
  readonly customerName: string;
  readonly queueName: string;
  readonly siteName: string;
  readonly subject: string;
}

const FACTS: HotStatement = {
  name: 'automation.facts',
  text: `SELECT s.id AS "caseId", s.site_id AS "siteId", s.conversation_id AS "conversationId", s.customer_id AS "customerId", s.status::text AS status,
      s.control::text AS control, s.created_at AS "createdAt", s.language, s.page, s.subject, ca.case_id IS NOT NULL AS "hasBegun", q.schedule, q.name AS "queueName",
      u.display_name AS "customerName", t.name AS "siteName", a.settings AS stored
    FROM support_case s JOIN queue q ON q.id = s.queue_id JOIN "user" u ON u.id = s.customer_id JOIN site t ON t.id = s.site_id
      LEFT JOIN case_automation ca ON ca.case_id = s.id LEFT JOIN automation a ON a.site_id = s.site_id
    WHERE s.conversation_id = $1 OR s.id = $1`,
};

/** What automation needs to know of a case, by its id or that of its conversation; null when there is none. */
export async function factsOf(deps: Pick<Deps, 'db'>, id: string): Promise<Facts | null> {
  const [row] = await deps.db.hot<Row>(FACTS, [id]);
  if (!row) return null;
  const { stored, customerName, queueName, siteName, subject, ...facts } = row;
  const values = { 'customer.name': customerName, 'queue.name': queueName, 'site.name': siteName, 'case.subject': subject };
  return { ...facts, settings: inLanguage(readAutomation(stored), facts.language), values };
}

/** What has to be known before something is said: it is read outside of the transaction that says it. */
export interface Setting {
  /** Whether the queue of the case is open now. */
  readonly isOpen: boolean;
  readonly values: Values;
  /** Longest message in code points. */
  readonly maxLength: number;
}

/** Opening hours, values of variables and the longest text, at this moment. */
export async function settingOf(deps: Deps, facts: Facts): Promise<Setting> {
  const now = deps.clock.now();
  const calendar = (await siteCalendars(deps, facts.siteId)).of(facts.schedule);
  const isOpen = isOpenAt(calendar, now);
  const opening = isOpen ? null : nextOpening(calendar, now);
  const values = opening === null ? facts.values : { ...facts.values, 'hours.nextOpening': momentText(opening, { language: facts.language, timeZone: calendar.timeZone }) };
  const { maxMessageLength } = await siteSettings(deps, facts.siteId);
  return { isOpen, values, maxLength: maxMessageLength };
}
