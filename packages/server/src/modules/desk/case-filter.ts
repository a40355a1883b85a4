import { invalidInput } from '../../kernel/errors.js';
import { isId } from '../../kernel/ids.js';
import { parseText } from '../../kernel/input.js';
import type { JsonObject, SupportPriority, SupportStatus } from '../../kernel/words.js';

/** The orders in which cases are listed. */
export const CASE_SORTS = ['activity', 'newest', 'oldest', 'line'] as const;
/** One of {@link CASE_SORTS}. */
export type CaseSort = (typeof CASE_SORTS)[number];

const MAX_NAMED = 20;

/** Which cases, as a caller says; what is absent or null lets all through. */
export interface CaseFilter {
  readonly statuses?: readonly SupportStatus[] | null | undefined;
  readonly priorities?: readonly SupportPriority[] | null | undefined;
  readonly queueIds?: readonly string[] | null | undefined;
  readonly agentIds?: readonly string[] | null | undefined;
  /** Also, or with no agents named only, cases that nobody has. */
  readonly isUnassigned?: boolean | null | undefined;
  /** Cases with any of these. */
  readonly tagIds?: readonly string[] | null | undefined;
  readonly customerId?: string | null | undefined;
  /** Words in the subject, the customer's name or e-mail, or a message that the viewer may read. */
  readonly text?: string | null | undefined;
}

/** A filter that is fit to be asked with. */
export interface ParsedFilter {
  readonly statuses: readonly SupportStatus[] | null;
  readonly priorities: readonly SupportPriority[] | null;
  readonly queueIds: readonly string[] | null;
  readonly agentIds: readonly string[] | null;
  readonly isUnassigned: boolean;
  readonly tagIds: readonly string[] | null;
  readonly customerId: string | null;
  readonly text: string | null;
}

/** Checks a filter: lists of at most 20, a text of at most 100 characters. @throws ChatError INVALID_INPUT */
export function parseFilter(operation: string, input: CaseFilter | null | undefined): ParsedFilter {
  const ids = (field: 'queueIds' | 'agentIds' | 'tagIds'): readonly string[] | null => few(operation, field, input?.[field]);
  const text = input?.text == null ? '' : parseText({ operation, field: 'text' }, input.text, { max: 100 }).trim();
  return {
    statuses: few(operation, 'statuses', input?.statuses),
    priorities: few(operation, 'priorities', input?.priorities),
    queueIds: ids('queueIds'),
    agentIds: ids('agentIds'),
    isUnassigned: input?.isUnassigned ?? false,
    tagIds: ids('tagIds'),
    customerId: input?.customerId ?? null,
    text: text === '' ? null : text,
  };
}

/** The parameters `$1` to `$10` of a statement over cases, in this order, behind the site. */
export function filterParams(siteId: string, filter: ParsedFilter): readonly unknown[] {
  const { statuses, priorities, queueIds, agentIds, isUnassigned, tagIds, customerId, text } = filter;
  const pattern = text === null ? null : `%${text.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`;
  return [siteId, statuses, priorities, queueIds, agentIds, isUnassigned, tagIds, customerId, pattern, text];
}

/** A filter as `CaseFilterInput` spells it, to be kept and given back. */
export function filterJson(filter: ParsedFilter): JsonObject {
  const kept: JsonObject = {};
  if (filter.statuses) kept.statuses = filter.statuses.map((each) => each.toUpperCase());
  if (filter.priorities) kept.priorities = filter.priorities.map((each) => each.toUpperCase());
  for (const field of ['queueIds', 'agentIds', 'tagIds'] as const) {
    const ids = filter[field];
    if (ids) kept[field] = [...ids];
  }
  if (filter.isUnassigned) kept.isUnassigned = true;
  if (filter.customerId !== null) kept.customerId = filter.customerId;
  if (filter.text !== null) kept.text = filter.text;
  return kept;
}

/** The ids of cases for an action on many: 1 to 100, each once. @throws ChatError INVALID_INPUT */
export function parseCaseIds(operation: string, caseIds: readonly string[]): readonly string[] {
  const distinct = [...new Set(caseIds)];
  if (distinct.length === 0 || distinct.length > 100) throw invalidInput(operation, 'caseIds', 'does not have 1 to 100 entries');
  const odd = distinct.find((id) => !isId('case', id) && id.length > 64);
  if (odd !== undefined) throw invalidInput(operation, 'caseIds', 'has an entry that is no id');
  return distinct;
}

function few<Value>(operation: string, field: string, values: readonly Value[] | null | undefined): readonly Value[] | null {
  if (values == null) return null;
  if (values.length > MAX_NAMED) throw invalidInput(operation, field, `has more than ${MAX_NAMED} entries`);
  return [...new Set(values)];
}
