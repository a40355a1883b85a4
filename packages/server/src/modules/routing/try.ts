import type { Deps } from '../../deps.js';
import { invalidInput } from '../../kernel/errors.js';
import { parseJsonObject, parseText } from '../../kernel/input.js';
import type { Viewer } from '../../kernel/viewer.js';
import { isOpenAt, siteCalendars } from '../hours/index.js';
import { requireRoutingReader } from './access.js';
import { evaluate, type RoutingOutcome } from './evaluate.js';
import { parseRules, type RuleInput } from './parse.js';
import { readRules } from './rule-set.js';
import { ROUTING_LIMITS, type RoutingPriority, type RoutingProblem } from './rules.js';
import { problemsOf } from './service.js';

/** A made-up case. */
export interface RoutingSample {
  readonly department?: string | null | undefined;
  readonly language?: string | null | undefined;
  readonly text?: string | null | undefined;
  readonly page?: string | null | undefined;
  readonly attributes?: Readonly<Record<string, unknown>> | null | undefined;
  readonly waitedSeconds?: number | null | undefined;
  readonly priority?: RoutingPriority | null | undefined;
  readonly queue?: string | null | undefined;
  /** The moment for opening hours; now when it is absent. */
  readonly at?: Date | null | undefined;
  /** Overrides all opening hours. */
  readonly isOpen?: boolean | null | undefined;
}

/** What rules would do. */
export interface RoutingTrial {
  readonly problems: readonly RoutingProblem[];
  /** Null when there are problems. */
  readonly outcome: RoutingOutcome | null;
}

const OPERATION = 'try routing rules';

/**
 * Says what rules would do with a made-up case, and why; nothing is changed or saved. Without rules of the caller's own those that hold are tried.
 * @throws ChatError FORBIDDEN, INVALID_INPUT for a broken sample
 */
export async function tryRoutingRules(deps: Deps, viewer: Viewer, input: { readonly rules: readonly RuleInput[] | null; readonly sample: RoutingSample }): Promise<RoutingTrial> {
  requireRoutingReader(viewer, OPERATION);
  const { sample } = input;
  const waitedSeconds = sample.waitedSeconds ?? 0;
  if (!Number.isInteger(waitedSeconds) || waitedSeconds < 0 || waitedSeconds > ROUTING_LIMITS.waitingSeconds) {
    throw invalidInput(OPERATION, 'sample.waitedSeconds', `is not a whole number from 0 to ${ROUTING_LIMITS.waitingSeconds}`);
  }
  const facts = {
    department: short('department', sample.department),
    language: short('language', sample.language),
    text: parseText({ operation: OPERATION, field: 'sample.text' }, sample.text ?? '', { max: 10_000 }),
    page: sample.page == null ? null : parseText({ operation: OPERATION, field: 'sample.page' }, sample.page, { max: 2_048 }),
    attributes: sample.attributes == null ? {} : parseJsonObject({ operation: OPERATION, field: 'sample.attributes' }, sample.attributes),
    waitedSeconds,
    priority: sample.priority ?? null,
    queue: short('queue', sample.queue),
  };
  const parsed = input.rules === null ? { rules: (await readRules(deps, viewer.siteId)).rules, problems: [] } : parseRules(input.rules);
  const problems = await problemsOf(deps, viewer, parsed);
  if (problems.length > 0) return { problems, outcome: null };
  const at = sample.at ?? deps.clock.now();
  const calendars = sample.isOpen == null ? await siteCalendars(deps, viewer.siteId) : null;
  const isOpen = (schedule: string | null): boolean => (calendars ? isOpenAt(calendars.of(schedule), at) : (sample.isOpen ?? false));
  return { problems, outcome: evaluate(parsed.rules, { ...facts, isOpen }, waitedSeconds > 0 ? 'waiting' : 'start') };
}

function short(field: string, value: string | null | undefined): string | null {
  return value == null ? null : parseText({ operation: OPERATION, field: `sample.${field}` }, value, { min: 1, max: 120 });
}
