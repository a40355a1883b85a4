/**
 * Stores of the support desk, over a client of `@parley/sdk`. Each comes alone: what you do not import is not in your bundle.
 *
 * @example
 * import { createChatClient } from '@parley/sdk';
 * import { agentStatus } from '@parley/sdk/support';
 * const own = agentStatus(createChatClient({ url, token }));
 * await own.setStatus('ONLINE');
 *
 * @packageDocumentation
 */
export { agentBoard, type AgentBoardData, type AgentBoardHandle } from './agent-board.js';
export { agentInbox, type AgentInboxData, type AgentInboxHandle, type AgentInboxOptions, type AgentInboxState, type BulkRequest, type NewCaseView } from './agent-inbox.js';
export { agentStatus, type AgentStatusData, type AgentStatusHandle, type AgentStatusState } from './agent-status.js';
export { automationOf, type AnswerChoice, type Automation, type BotQuestion } from './automation.js';
export { automationSettings, type AutomationSettingsData, type AutomationSettingsHandle } from './automation-settings.js';
export { broadcasts, type BroadcastsData, type BroadcastsHandle, type BroadcastsState } from './broadcasts.js';
export { caseOf, type CaseData, type CaseHandle, type CaseOptions, type CaseState, type CaseTransfer } from './case.js';
export { cases, type CasesHandle, type CasesOptions } from './cases.js';
export { reportActivity, type ActivityReporter } from './colleagues.js';
export { conversationContext, type ConversationContextData, type ConversationContextHandle, type ConversationContextOptions } from './conversation-context.js';
export { customers, type CustomerData, type CustomerHandle, type CustomerList, type CustomerOptions, type CustomerState } from './customers.js';
export { caseOutcome, type CaseOutcomeData, type CaseOutcomeHandle, type CaseOutcomeOptions, type CaseRating } from './case-outcome.js';
export {
  caseTrail,
  type CaseTrailHandle,
  type CaseTrailOptions,
  escalateConversation,
  escalations,
  type EscalationsHandle,
  type EscalationsOptions,
  type HelpRequest,
  type NewEscalation,
} from './escalations.js';
export { feedbackReport, type FeedbackReportData, type FeedbackReportHandle, type FeedbackReportOptions } from './feedback-report.js';
export type { FeedStore } from './feed-store.js';
export { knowledge, type AskedAt, type KnowledgeHandle, type KnowledgeOptions } from './knowledge.js';
export type { ListData, ListHandle, ListState } from './list-store.js';
export { notes, type NewNote, type NotesHandle, type NotesOptions } from './notes.js';
export { offers, type OffersData, type OffersHandle } from './offers.js';
export type { QueryChanges, QueryStore } from './query-store.js';
export { queues, type QueuesData, type QueuesHandle } from './queues.js';
export { routingRules, type RoutingRulesData, type RoutingRulesHandle } from './routing-rules.js';
export { schedules, type SchedulesData, type SchedulesHandle } from './schedules.js';
export { sentBroadcasts, type NewBroadcast, type SentBroadcastsHandle, type SentBroadcastsOptions } from './sent-broadcasts.js';
export { serviceLevels, type ServiceLevelsData, type ServiceLevelsHandle } from './service-levels.js';
export { support, type SupportData, type SupportHandle, type SupportQuestion, type SupportState } from './support.js';
export type { StoreState, StoreStatus, SupportStore } from './support-store.js';
export { tags, type TagsHandle, type TagsOptions } from './tags.js';
export { templates, type NewTemplate, type TemplateOptions, type TemplatesHandle } from './templates.js';
export { pageReporter, visitOf, type PageReporter, type VisitData, type VisitHandle, type VisitOptions } from './visits.js';
