import type { Deps } from '../../deps.js';
import { invalidInput } from '../../kernel/errors.js';
import { parsePageSize } from '../../kernel/input.js';
import { isAdmin, type Viewer } from '../../kernel/viewer.js';
import { accessCase } from '../queues/index.js';
import { requireStaff } from './access.js';
import { TRAIL, type TrailRow } from './trail-store.js';

/** Which part of a trail. */
export interface TrailPage {
  readonly caseId: string;
  readonly first: number;
  readonly after: string | null;
}

/**
 * What became of a case, in order: where it came from, who had it, who joined and left, what was recorded, escalations with their decisions and the answer
 * that followed, whose words, like those of notes, are for who may read the conversation. For staff who may see the case. One query, besides that of access.
 * @throws ChatError NOT_FOUND, FORBIDDEN, INVALID_INPUT
 */
export async function readTrail(deps: Deps, viewer: Viewer, page: TrailPage): Promise<{ readonly entries: TrailRow[]; readonly hasMore: boolean }> {
  const operation = 'read case trail';
  const { id, siteId } = await accessCase(deps, viewer, { caseId: page.caseId, need: 'read', operation });
  requireStaff(viewer, operation);
  const first = parsePageSize({ operation, field: 'first' }, page.first);
  const after = page.after === null ? null : parsePlace(operation, page.after);
  const rows = await deps.db.hot<TrailRow>(TRAIL, [id, siteId, after?.at ?? null, after?.key ?? null, first + 1, viewer.userId, isAdmin(viewer)]);
  return { entries: rows.slice(0, first), hasMore: rows.length > first };
}

/** The opaque place of an entry. */
export function placeOf({ at, key }: TrailRow): string {
  return Buffer.from(`${at.toISOString()} ${key}`).toString('base64url');
}

function parsePlace(operation: string, cursor: string): { readonly at: string; readonly key: string } {
  const [, at, key] = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z) (\d\d:[a-z0-9_]{1,60})$/.exec(Buffer.from(cursor, 'base64url').toString('latin1')) ?? [];
  if (at === undefined || key === undefined) throw invalidInput(operation, 'after', 'is not a cursor of this list');
  return { at, key };
}
