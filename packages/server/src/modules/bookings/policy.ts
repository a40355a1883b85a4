import type { BookingStatus, SendGateState } from '../../kernel/words.js';

/** The facts of a booking that decide about its conversation. */
export interface BookingFacts {
  readonly status: BookingStatus;
  /** When it was completed; null unless it is. */
  readonly completedAt: Date | null;
  /** Hours that the site keeps a conversation open after that. */
  readonly openHours: number;
}

/** The gate of a booking's conversation: follows the booking's state, and nothing else. */
export function gateOf(facts: BookingFacts): { readonly gate: SendGateState; readonly openUntil: Date | null } {
  switch (facts.status) {
    case 'requested':
      return { gate: 'hidden', openUntil: null };
    case 'confirmed':
    case 'in_progress':
      return { gate: 'open', openUntil: null };
    case 'completed': {
      if (facts.completedAt === null || facts.openHours === 0) return { gate: 'read_only', openUntil: null };
      return { gate: 'open', openUntil: new Date(facts.completedAt.getTime() + facts.openHours * 3_600_000) };
    }
    case 'cancelled':
      return { gate: 'read_only', openUntil: null };
  }
}

/** Whether a booking gets its conversation the moment it reaches this state. */
export function opensAtOnce(status: BookingStatus): boolean {
  return status === 'confirmed' || status === 'in_progress';
}

/** Whether a booking in this state gets its conversation at first access, when it has none yet. */
export function opensOnAccess(status: BookingStatus): boolean {
  return opensAtOnce(status) || status === 'completed';
}

/** Whether a push of this version is news: older ones came late and are ignored, the same one is applied again. */
export function isNews(stored: number, pushed: number | null): boolean {
  return pushed === null || pushed >= stored;
}
