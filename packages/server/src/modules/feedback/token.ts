import type { Deps } from '../../deps.js';
import { notFound } from '../../kernel/errors.js';
import { findSite, isSignedForSite, signForSite, siteOfPage } from '../identity/index.js';
import { type OutcomeView, readOutcome } from './rate.js';

const PURPOSE = 'rating';
const SHAPE = /^(case_[0-9a-f]{32})\.([0-9a-z]{1,11})\.([A-Za-z0-9_-]{43})$/;

/** What a link carries so that its holder can rate one case, once, without signing in. */
export interface RatingLink {
  readonly token: string;
  readonly expiresAt: string;
}

/** The link for a case whose customer was asked; the same each time, until the site's secret is rotated twice. Null where nobody asked. */
export async function ratingLinkOf(deps: Deps, outcome: Pick<OutcomeView, 'caseId' | 'siteId' | 'expiresAt'>): Promise<RatingLink | null> {
  const { caseId, siteId, expiresAt } = outcome;
  if (expiresAt === null) return null;
  const text = `${caseId}.${Date.parse(expiresAt).toString(36)}`;
  const signature = await signForSite(deps, { siteId, purpose: PURPOSE, text });
  return signature === null ? null : { token: `${text}.${signature}`, expiresAt };
}

/**
 * The case that a token opens. What was not signed by its site looks like what does not exist. The time is not looked at.
 * @throws ChatError NOT_FOUND, SITE_INACTIVE, ORIGIN_NOT_ALLOWED
 */
export async function outcomeByToken(deps: Deps, request: { readonly token: string; readonly origin: string | null; readonly operation: string }): Promise<OutcomeView> {
  const { operation, origin } = request;
  const [, caseId = '', expires = '', signature = ''] = SHAPE.exec(request.token) ?? [];
  const outcome = caseId === '' ? null : await readOutcome(deps, caseId);
  const isGenuine = outcome !== null && (await isSignedForSite(deps, { siteId: outcome.siteId, purpose: PURPOSE, text: `${caseId}.${expires}` }, signature));
  const site = isGenuine ? await findSite(deps, outcome.siteId) : null;
  if (!outcome || !site) throw notFound(operation, 'link');
  await siteOfPage(deps, operation, { siteKey: site.publicKey, origin });
  return outcome;
}
