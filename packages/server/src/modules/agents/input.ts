import { invalidInput } from '../../kernel/errors.js';
import { parseText } from '../../kernel/input.js';
import type { AgentSkillView } from '../../kernel/views.js';
import type { Permission } from '../../kernel/words.js';

const OPERATION = 'write agent';
const MAX_DEPARTMENTS = 20;
const MAX_SKILLS = 50;
const MAX_NAME = 60;
/** The most that an admin may allow one agent. */
const MAX_CONVERSATIONS = 500;

/** A skill as an admin gives it. */
export interface SkillInput {
  readonly name: string;
  readonly level?: number | null | undefined;
}

/** The profile of an agent as an admin gives it; what is absent or null stays. */
export interface AgentProfileInput {
  readonly departments?: readonly string[] | null | undefined;
  readonly skills?: readonly SkillInput[] | null | undefined;
  readonly maxConversations?: number | null | undefined;
  readonly permissions?: readonly Permission[] | null | undefined;
}

/** A profile that is fit to be written; null stays as it is. */
export interface AgentProfile {
  readonly departments: readonly string[] | null;
  readonly skills: readonly AgentSkillView[] | null;
  readonly maxConversations: number | null;
}

/** Checks a profile. @throws ChatError INVALID_INPUT */
export function parseProfile(input: AgentProfileInput): AgentProfile {
  return {
    departments: input.departments == null ? null : names('departments', input.departments, MAX_DEPARTMENTS),
    skills: input.skills == null ? null : skills(input.skills),
    maxConversations: input.maxConversations == null ? null : whole('maxConversations', input.maxConversations, [1, MAX_CONVERSATIONS]),
  };
}

/** A department or skill to look for. @throws ChatError INVALID_INPUT */
export function parseName(operation: string, field: string, value: string): string {
  return parseText({ operation, field }, value, { min: 1, max: MAX_NAME });
}

function skills(input: readonly SkillInput[]): AgentSkillView[] {
  const known = names('skills', input.map(({ name }) => name), MAX_SKILLS);
  if (known.length < input.length) throw invalidInput(OPERATION, 'skills', 'names one twice');
  return input.map(({ name, level }) => ({ name, level: level == null ? null : whole('skills', level, [1, 5]) }));
}

function names(field: string, values: readonly string[], max: number): string[] {
  if (values.length > max) throw invalidInput(OPERATION, field, `has more than ${max} entries`);
  return [...new Set(values.map((value) => parseName(OPERATION, field, value)))];
}

function whole(field: string, value: number, [min, max]: readonly [number, number]): number {
  if (!Number.isInteger(value) || value < min || value > max) {
    throw invalidInput(OPERATION, field, `${field === 'skills' ? 'has a level that ' : ''}is not a whole number from ${min} to ${max}`);
  }
  return value;
}
