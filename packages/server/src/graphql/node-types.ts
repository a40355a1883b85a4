import { type IdKind, kindOfId } from '../kernel/ids.js';

/** The GraphQL type that each kind of id stands for: what makes `node(id:)` and the `Node` interface work on plain ids. */
const TYPE_NAMES: Readonly<Record<IdKind, string>> = {
  site: 'Site',
  user: 'User',
  apiKey: 'ApiKey',
  conversation: 'Conversation',
  message: 'Message',
  booking: 'Booking',
  notice: 'Notice',
  template: 'QuickReply',
  schedule: 'Schedule',
  routingDecision: 'RoutingDecision',
  slaPolicy: 'SlaPolicy',
  slaClock: 'SlaClock',
  broadcast: 'Broadcast',
  tag: 'Tag',
  payment: 'Payment',
  escalation: 'Escalation',
  caseView: 'CaseView',
  queue: 'Queue',
  case: 'SupportCase',
  offer: 'Offer',
  article: 'Article',
};

/** The GraphQL type name of an id such as `usr_0190…`, or null when it is no id. */
export function typeOfId(id: string): string | null {
  const kind = kindOfId(id);
  return kind && TYPE_NAMES[kind];
}
