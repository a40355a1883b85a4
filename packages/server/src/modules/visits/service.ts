import type { Deps } from '../../deps.js';
import { ChatError, invalidInput } from '../../kernel/errors.js';
import { parseText } from '../../kernel/input.js';
import type { Viewer } from '../../kernel/viewer.js';
import type { VisitView } from '../../kernel/views.js';
import { signalVisit } from '../../log/topics.js';
import { KEEP_VISIT, READ_VISIT } from './store.js';

/** Least time between two pages of one user, in milliseconds. */
export const VISIT_GAP_MS = 1_000;

/** A page as the visitor's browser reports it. */
export interface PageReport {
  readonly url: string;
  readonly title?: string | null;
  /** Where they came from to the site; absent keeps the one known. */
  readonly referrer?: string | null;
}

/** What the connection tells of the visitor. */
export interface VisitorConnection {
  readonly userAgent: string | null;
  readonly ip: string;
}

/**
 * Keeps the page on which the viewer is, as the only one of theirs, and shows it to staff who look. Repeating a page within a second changes nothing; another one so
 * soon is refused.
 * @throws ChatError FORBIDDEN for an API key, INVALID_INPUT, RATE_LIMITED
 */
export async function reportPage(deps: Deps, viewer: Viewer, report: PageReport & VisitorConnection): Promise<VisitView> {
  const operation = 'report page';
  if (viewer.kind !== 'user') throw new ChatError('FORBIDDEN', `unable to ${operation}; an API key is on none`);
  const url = parsePage(operation, 'url', report.url);
  const title = report.title == null ? null : parseText({ operation, field: 'title' }, report.title, { max: 300 });
  const referrer = report.referrer == null || report.referrer === '' ? null : parsePage(operation, 'referrer', report.referrer);
  const { userId, siteId } = viewer;
  const at = deps.clock.now().toISOString();
  const [kept] = await deps.db.hot<VisitView>(KEEP_VISIT, [userId, siteId, url, title, referrer, report.userAgent, report.ip, at, VISIT_GAP_MS]);
  if (kept) {
    signalVisit(deps, kept);
    return kept;
  }
  const known = await readVisit(deps, viewer);
  if (known?.url === url) return known;
  throw new ChatError('RATE_LIMITED', `unable to ${operation}; the page before is younger than a second`, { retryAfterMs: VISIT_GAP_MS });
}

/** Where a user is or was last; null when they reported no page. No viewer is asked: the caller has authorised it. */
export async function readVisit(deps: Pick<Deps, 'db'>, user: { readonly userId: string; readonly siteId: string }): Promise<VisitView | null> {
  const [visit] = await deps.db.hot<VisitView>(READ_VISIT, [user.userId, user.siteId]);
  return visit ?? null;
}

/** An http address without name and password, which have no business with others. */
function parsePage(operation: string, field: string, value: string): string {
  const text = parseText({ operation, field }, value, { min: 1, max: 2_048 });
  const page = URL.canParse(text) ? new URL(text) : null;
  if (!page || !/^https?:$/.test(page.protocol)) throw invalidInput(operation, field, 'is not an http address');
  page.username = page.password = '';
  return page.href.slice(0, 4_096);
}
