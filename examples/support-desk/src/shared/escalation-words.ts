import type { Escalation } from '@parley/sdk';
import type { Toned } from './case-words.js';

/** What became of a question to the admins. */
export const escalationWords: Record<Escalation['status'], Toned> = {
  OPEN: ['Waits for a decision', 'wait'],
  APPROVED: ['Approved', 'good'],
  DECLINED: ['Declined', 'bad'],
  ADVISED: ['Advised', 'accent'],
};
