import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Deps } from '../../deps.js';
import { findSite } from './sites.js';

/** What is signed, and for which purpose: a signature for one purpose is worth nothing for another. */
export interface SignedText {
  readonly siteId: string;
  /** A name in the code, such as `rating`. */
  readonly purpose: string;
  readonly text: string;
}

/** Signs a text with the site's secret; null when there is no such site. The same text has the same signature until the secret is rotated. */
export async function signForSite(deps: Deps, signed: SignedText): Promise<string | null> {
  const site = await findSite(deps, signed.siteId);
  return site && signatureOf(site.secret, signed).toString('base64url');
}

/** Whether a signature is the site's own, made with its secret or the one before. Takes the same time whatever is wrong with it. */
export async function isSignedForSite(deps: Deps, signed: SignedText, signature: string): Promise<boolean> {
  const site = await findSite(deps, signed.siteId);
  if (!site) return false;
  const given = Buffer.from(signature, 'base64url');
  const secrets = site.previousSecret === null ? [site.secret] : [site.secret, site.previousSecret];
  return secrets.map((secret) => signatureOf(secret, signed)).some((expected) => expected.length === given.length && timingSafeEqual(expected, given));
}

function signatureOf(secret: string, { siteId, purpose, text }: SignedText): Buffer {
  return createHmac('sha256', secret).update(JSON.stringify(['parley', purpose, siteId, text])).digest();
}
