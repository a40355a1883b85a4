import { builder } from '../../graphql/builder.js';
import { EscalationStatusEnum } from '../../graphql/enums.js';
import { PersonRef } from '../identity/index.js';
import type { EscalationView } from './rows.js';
import type { TrailRow } from './trail-store.js';

/** A question of an agent to admins. */
export const EscalationRef = builder.objectRef<EscalationView>('Escalation').implement({
  description: 'A question of an agent to admins about a case, with a conversation of its own and one decision. Only staff see it.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'The id of the escalation.' }),
    caseId: t.exposeID('caseId', { description: 'The case.' }),
    conversationId: t.exposeID('conversationId', { description: 'The conversation of the agent with the admins, of the kind ESCALATION.' }),
    openedBy: t.field({ type: PersonRef, description: 'Who asked.', resolve: (view) => view.openedBy }),
    reason: t.exposeString('reason', { description: 'What is asked.' }),
    status: t.field({ type: EscalationStatusEnum, description: 'What became of it.', resolve: (view) => view.status }),
    decision: t.exposeString('decision', { nullable: true, description: 'What the admin decided, in their words; null while it is open.' }),
    decidedBy: t.field({ type: PersonRef, nullable: true, description: 'Who decided.', resolve: (view) => view.decidedBy }),
    decidedAt: t.field({ type: 'DateTime', nullable: true, description: 'When they did.', resolve: (view) => view.decidedAt }),
    createdAt: t.field({ type: 'DateTime', description: 'When it was opened.', resolve: (view) => view.createdAt }),
  }),
});

/** A page of escalations. */
export const EscalationConnection = builder.connectionObject(
  { type: EscalationRef, name: 'EscalationConnection', description: 'A page of escalations, newest first.' },
  { name: 'EscalationEdge', description: 'An escalation on a page.' },
);

const TrailKindEnum = builder.enumType('CaseTrailKind', {
  description: 'What happened to a case.',
  values: {
    ASKED: { value: 'asked', description: 'A party asked for help out of another conversation, which is `conversationId`.' },
    QUEUED: { value: 'queued', description: 'It was made and came into the line.' },
    ASSIGNED: { value: 'assigned', description: '`person` got it.' },
    JOINED: { value: 'joined', description: '`person` came into its conversation.' },
    LEFT: { value: 'left', description: '`person` left its conversation.' },
    JOINED_ORIGIN: { value: 'joined_origin', description: '`person` of the staff joined the conversation out of which help was asked.' },
    RECORDED: { value: 'recorded', description: 'A line was recorded: `text`.' },
    ESCALATED: { value: 'escalated', description: '`actor` asked admins: `text`.' },
    DECIDED: { value: 'decided', description: '`actor` decided: `text`.' },
    ANSWERED: { value: 'answered', description: '`actor` answered the customer after a decision: `text`.' },
    RESOLVED: { value: 'resolved', description: 'It is resolved, by `actor`.' },
    CLOSED: { value: 'closed', description: 'It is closed, by `actor`; by time where there is none.' },
  } as const,
});

/** An entry of a case's trail. */
export const CaseTrailEntryRef = builder.objectRef<TrailRow>('CaseTrailEntry').implement({
  description: 'Something that happened to a case. Only staff see it.',
  fields: (t) => ({
    at: t.field({ type: 'DateTime', description: 'When.', resolve: (row) => row.at }),
    kind: t.field({ type: TrailKindEnum, description: 'What.', resolve: (row) => row.kind }),
    actor: t.field({ type: PersonRef, nullable: true, description: 'Who did it; null where the system or time did.', resolve: (row) => row.actor }),
    person: t.field({ type: PersonRef, nullable: true, description: 'Whom it was done to or about.', resolve: (row) => row.person }),
    text: t.exposeString('text', { nullable: true, description: 'What was said; of answers and notes null for who may not read the conversation.' }),
    conversationId: t.exposeID('conversationId', { nullable: true, description: 'Where it happened.' }),
    escalationId: t.exposeID('escalationId', { nullable: true, description: 'The escalation, where it is about one.' }),
    messageId: t.exposeID('messageId', { nullable: true, description: 'The message, where it is one.' }),
  }),
});

/** A page of a trail. */
export const CaseTrailConnection = builder.connectionObject(
  { type: CaseTrailEntryRef, name: 'CaseTrailConnection', description: 'A page of a case’s trail, oldest first.' },
  { name: 'CaseTrailEdge', description: 'An entry on a page.' },
);
