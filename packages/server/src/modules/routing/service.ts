import type { Deps } from '../../deps.js';
import { ChatError, notFound } from '../../kernel/errors.js';
import { parsePageSize, parseText } from '../../kernel/input.js';
import type { Viewer } from '../../kernel/viewer.js';
import type { JsonValue } from '../../kernel/words.js';
import { requirePermission } from '../identity/index.js';
import { requireRoutingReader } from './access.js';
import { checkRules } from './check.js';
import { readNames } from './names.js';
import { type ParsedRules, parseRules, type RuleInput } from './parse.js';
import type { RoutingProblem, RoutingRule } from './rules.js';
import { WATCH_SITE } from './store.js';
import { readRules, readVersions, rulesOf, type RuleSet } from './rule-set.js';

/** The largest list of rules, as JSON, in bytes. */
const MAX_BYTES = 256 * 1024;

/** Rules to be saved. */
export interface SaveRules {
  /** Version that the caller's rules were made from; 0 for a site without any. */
  readonly expectedVersion: number;
  readonly rules: readonly RuleInput[];
  readonly note?: string | null | undefined;
}

/** The rules that hold, or those of an earlier version. @throws ChatError FORBIDDEN, NOT_FOUND */
export async function readRoutingRules(deps: Deps, viewer: Viewer, version: number | null): Promise<RuleSet> {
  const operation = 'read routing rules';
  requireRoutingReader(viewer, operation);
  const set = await readRules(deps, viewer.siteId, version);
  if (version !== null && set.version !== version) throw notFound(operation, 'version');
  return set;
}

/**
 * Saves the whole list as the next version; from then on it holds for cases that are started. The same again, from the same version, answers the same.
 * @throws ChatError FORBIDDEN, INVALID_INPUT with `details.field` (a path) and `details.reason` (a code) of the first problem, CONFLICT when others saved meanwhile
 */
export async function saveRoutingRules(deps: Deps, viewer: Viewer, input: SaveRules): Promise<RuleSet> {
  const operation = 'save routing rules';
  await requirePermission(deps, viewer, { permission: 'manage_routing', operation });
  const note = input.note == null ? null : parseText({ operation, field: 'note' }, input.note, { max: 200 });
  const rules = await requireSound(deps, viewer, { operation, parsed: parseRules(input.rules) });
  return append(deps, viewer, { operation, expectedVersion: input.expectedVersion, rules, note, restoredFrom: null });
}

/** Makes an earlier version hold again, as a new one. @throws ChatError FORBIDDEN, NOT_FOUND, INVALID_INPUT when it names what is gone, CONFLICT */
export async function restoreRoutingRules(deps: Deps, viewer: Viewer, input: { readonly version: number; readonly expectedVersion: number }): Promise<RuleSet> {
  const operation = 'restore routing rules';
  await requirePermission(deps, viewer, { permission: 'manage_routing', operation });
  const earlier = await readRules(deps, viewer.siteId, input.version);
  if (earlier.version !== input.version || input.version < 1) throw notFound(operation, 'version');
  const rules = await requireSound(deps, viewer, { operation, parsed: { rules: earlier.rules, problems: [] } });
  return append(deps, viewer, { operation, expectedVersion: input.expectedVersion, rules, note: earlier.note, restoredFrom: input.version });
}

/** A page of the versions, newest first. @throws ChatError FORBIDDEN, INVALID_INPUT */
export async function listRoutingVersions(
  deps: Deps,
  viewer: Viewer,
  page: { readonly first: number; readonly before: number | null },
): Promise<{ readonly versions: RuleSet[]; readonly hasMore: boolean }> {
  const operation = 'list routing rules';
  requireRoutingReader(viewer, operation);
  const first = parsePageSize({ operation, field: 'first' }, page.first);
  const versions = await readVersions(deps, viewer.siteId, { before: page.before, limit: first + 1 });
  return { versions: versions.slice(0, first), hasMore: versions.length > first };
}

/** Everything that is wrong with rules, on the viewer's site. */
export async function problemsOf(deps: Deps, viewer: Viewer, parsed: ParsedRules): Promise<readonly RoutingProblem[]> {
  return parsed.problems.length > 0 ? parsed.problems : checkRules(parsed.rules, await readNames(deps, viewer.siteId));
}

async function requireSound(deps: Deps, viewer: Viewer, of: { readonly operation: string; readonly parsed: ParsedRules }): Promise<readonly RoutingRule[]> {
  const problems = await problemsOf(deps, viewer, of.parsed);
  const [first] = problems;
  if (!first) return of.parsed.rules;
  const { code, path, reason } = first;
  throw new ChatError('INVALID_INPUT', `unable to ${of.operation}; ${path} ${reason}`, { details: { field: path, reason: code, problems: problems.length } });
}

interface NewVersion {
  readonly operation: string;
  readonly expectedVersion: number;
  readonly rules: readonly RoutingRule[];
  readonly note: string | null;
  readonly restoredFrom: number | null;
}

async function append(deps: Deps, viewer: Viewer, next: NewVersion): Promise<RuleSet> {
  const { operation, expectedVersion, note, restoredFrom } = next;
  const { siteId, userId } = viewer;
  const text = JSON.stringify(next.rules);
  const bytes = Buffer.byteLength(text);
  if (bytes > MAX_BYTES) throw new ChatError('PAYLOAD_TOO_LARGE', `unable to ${operation}; the rules are larger than ${MAX_BYTES} bytes`, { details: { maxBytes: MAX_BYTES, bytes } });
  const rules: JsonValue = JSON.parse(text);
  const version = await deps.db.transaction(async (tx) => {
    await tx.raw('SELECT 1 FROM site WHERE id = $1 FOR NO KEY UPDATE', [siteId]);
    const newest = await tx.prisma.routingVersion.findFirst({ where: { siteId }, orderBy: { version: 'desc' } });
    const isRepeated = newest?.version === expectedVersion + 1 && newest.savedById === userId && newest.restoredFrom === restoredFrom && newest.note === note;
    if (newest && isRepeated && JSON.stringify(rulesOf(newest.rules)) === text) return newest.version;
    const current = newest?.version ?? 0;
    if (current !== expectedVersion) {
      throw new ChatError('CONFLICT', `unable to ${operation}; others saved meanwhile`, { details: { field: 'expectedVersion', current } });
    }
    await tx.prisma.routingVersion.create({ data: { siteId, version: current + 1, rules: rules ?? [], note, restoredFrom, savedById: userId, createdAt: deps.clock.now() } });
    // Those that wait are asked about by the new rules, whatever the old ones had in mind.
    await tx.raw(WATCH_SITE, [siteId, deps.clock.now().toISOString()]);
    return current + 1;
  });
  return readRules(deps, siteId, version);
}
