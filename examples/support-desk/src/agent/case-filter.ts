import type { CaseCounts, CaseFilterInput, CaseSort, CaseView, SupportPriority, SupportStatus } from '@parley/sdk';

/** What the tabs of the inbox ask for. */
export type Standing = 'mine' | 'waiting' | 'snoozed' | 'all' | 'over';

/** The tabs, in order. */
export const standings: readonly (readonly [Standing, string])[] = [
  ['mine', 'Mine'],
  ['waiting', 'Waiting'],
  ['snoozed', 'Snoozed'],
  ['all', 'Open'],
  ['over', 'Over'],
];
const statusesOf: Record<Standing, readonly SupportStatus[]> = {
  mine: ['OPEN', 'PENDING'],
  waiting: ['QUEUED'],
  snoozed: ['SNOOZED'],
  all: ['QUEUED', 'OPEN', 'PENDING', 'SNOOZED'],
  over: ['RESOLVED', 'CLOSED'],
};
const statuses: readonly SupportStatus[] = ['QUEUED', 'OPEN', 'PENDING', 'SNOOZED', 'RESOLVED', 'CLOSED'];
const priorities: readonly SupportPriority[] = ['LOW', 'MEDIUM', 'HIGH', 'URGENT'];

/** How many there are behind a tab, whatever else is asked for; nothing for what is over. */
export function countOf(counts: CaseCounts | null, standing: Standing): number {
  if (counts === null || standing === 'over') return 0;
  if (standing === 'mine') return counts.mine;
  return counts.byStatus.filter(({ status }) => statusesOf[standing].includes(status)).reduce((sum, { count }) => sum + count, 0);
}

/** Which cases, and in which order. */
export interface CaseQuestion {
  readonly filter: CaseFilterInput;
  readonly sort: CaseSort;
}

/** What the controls of the inbox say; empty for what nobody chose. */
export interface Controls {
  readonly standing: Standing;
  readonly queueId: string;
  readonly tagId: string;
}

/** The question that the controls ask for the one who looks. */
export const questionOf = ({ standing, queueId, tagId }: Controls, myId: string | null): CaseQuestion => ({
  filter: {
    statuses: statusesOf[standing],
    ...(standing === 'mine' && myId !== null ? { agentIds: [myId] } : {}),
    ...(queueId === '' ? {} : { queueIds: [queueId] }),
    ...(tagId === '' ? {} : { tagIds: [tagId] }),
  },
  sort: standing === 'waiting' ? 'LINE' : 'ACTIVITY',
});

const textsIn = (value: unknown): string[] => (Array.isArray(value) ? value.filter((each) => typeof each === 'string') : []);

/** The question that a kept view asks. Its filter is data, so only what fits is taken. */
export function questionOfView({ filter, sort }: CaseView): CaseQuestion {
  const lists = { agentIds: textsIn(filter['agentIds']), queueIds: textsIn(filter['queueIds']), tagIds: textsIn(filter['tagIds']) };
  const asked = { statuses: textsIn(filter['statuses']), priorities: textsIn(filter['priorities']) };
  const { isUnassigned, customerId, text } = filter;
  return {
    filter: {
      ...Object.fromEntries(Object.entries(lists).filter(([, ids]) => ids.length > 0)),
      ...(asked.statuses.length > 0 ? { statuses: statuses.filter((each) => asked.statuses.includes(each)) } : {}),
      ...(asked.priorities.length > 0 ? { priorities: priorities.filter((each) => asked.priorities.includes(each)) } : {}),
      ...(typeof isUnassigned === 'boolean' ? { isUnassigned } : {}),
      ...(typeof customerId === 'string' ? { customerId } : {}),
      ...(typeof text === 'string' ? { text } : {}),
    },
    sort,
  };
}
