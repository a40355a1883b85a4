/** For tests: cases. */
import { AT, person } from '../conversation/fixtures.js';
import type { SupportCase } from '../generated/types.js';

/** A case of Ada's that waits. */
export const supportCase = (rest: Partial<SupportCase> = {}): SupportCase => ({
  id: 'case_1',
  conversationId: 'cnv_1',
  customer: person('usr_ada'),
  queue: { id: 'que_1', key: 'help', name: 'Help' },
  department: null,
  subject: '',
  language: null,
  priority: null,
  status: 'QUEUED',
  control: 'QUEUE',
  agent: null,
  queuedAt: AT,
  assignedAt: null,
  firstResponseAt: null,
  resolvedAt: null,
  closedAt: null,
  endedById: null,
  snoozedUntil: null,
  wrapUpCode: null,
  skillsRequired: null,
  skillsPreferred: null,
  page: null,
  referrer: null,
  userAgent: null,
  attributes: null,
  slaClocks: null,
  version: 1,
  ...rest,
});
