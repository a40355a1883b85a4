import { invalidInput } from '../../kernel/errors.js';
import { parseExternalId, parseFlowRole, parseJsonObject, parseText } from '../../kernel/input.js';
import type { BookingStatus, JsonObject } from '../../kernel/words.js';
import type { UserFields } from '../identity/index.js';

const OPERATION = 'sync booking';

/** A party of a booking, as the host describes it. */
export interface Party extends UserFields {
  readonly externalId: string;
  /** What the host calls their part in the conversation. */
  readonly flowRole?: string | null | undefined;
}

/** The state of a booking, as its host pushes it. What is absent stays as it is; null empties. */
export interface SyncBooking {
  readonly externalId: string;
  readonly client: Party;
  readonly provider: Party;
  readonly status: BookingStatus;
  readonly startsAt?: Date | null;
  readonly endsAt?: Date | null;
  readonly title?: string | null;
  readonly metadata?: Readonly<Record<string, unknown>> | null;
  /** Grows with each change at the host. A push that is older than what is stored is ignored. */
  readonly version?: number | null;
}

/** A checked push. Undefined means: leave as it is. */
export interface ParsedBooking {
  readonly externalId: string;
  readonly client: Party;
  readonly provider: Party;
  readonly status: BookingStatus;
  readonly startsAt: Date | null | undefined;
  readonly endsAt: Date | null | undefined;
  readonly title: string | undefined;
  readonly metadata: JsonObject | undefined;
  readonly version: number | null;
}

/**
 * Checks a push before anything is written.
 * @throws ChatError INVALID_INPUT
 */
export function parseBooking(input: SyncBooking): ParsedBooking {
  const at = (field: string) => ({ operation: OPERATION, field });
  if (input.client.externalId === input.provider.externalId) throw invalidInput(OPERATION, 'provider', 'is the client');
  if (input.startsAt && input.endsAt && input.endsAt < input.startsAt) throw invalidInput(OPERATION, 'endsAt', 'is before startsAt');
  for (const party of ['client', 'provider'] as const) {
    const { flowRole } = input[party];
    if (flowRole != null) parseFlowRole(at(`${party}.flowRole`), flowRole);
  }
  const version = input.version ?? null;
  if (version !== null && version < 0) throw invalidInput(OPERATION, 'version', 'is not a whole number from 0 up');
  return {
    externalId: parseExternalId(at('externalId'), input.externalId),
    client: input.client,
    provider: input.provider,
    status: input.status,
    startsAt: input.startsAt,
    endsAt: input.endsAt,
    title: input.title === undefined ? undefined : parseText(at('title'), input.title ?? '', { max: 200 }),
    metadata: input.metadata === undefined ? undefined : parseJsonObject(at('metadata'), input.metadata ?? {}),
    version,
  };
}
