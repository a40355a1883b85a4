/**
 * Every event that the log can name, with what it means: a closed list, so that alerts and searches can rely on it. A name is never
 * reused; docs/log-events.md is made from it.
 */
export const LOG_EVENTS = {
  'agents.unread': 'The agents of a site could not be read; tried again later.',
  'activity.unread': 'What was said in a site’s cases could not be read; tried again later.',
  'reach.unread': 'Which cases an agent may see could not be read for a feed that is open; tried again later.',
  'unattended.unread': 'The unattended conversations of a site could not be read; tried again later.',
  'broadcasts.unpublished': 'Scheduled broadcasts could not be published or ended; tried again later.',
  'broadcasts.unread': 'A changed broadcast could not be read for the open inboxes; the sweeper tries again.',
  'visits.unpruned': 'Old visits could not be taken away; tried again an hour later.',
  'consumer.failed': 'Committed events could not be worked on; the next sweep tries again.',
  'automation.failed': 'Waiting or inactivity messages could not be sent; tried again later.',
  'bus.ahead': 'The bus told of events that the log does not have: a restored database, or a Redis shared with another installation.',
  'bus.back': 'Redis is reachable again.',
  'bus.handler_failed': 'A defect: a handler of a bus message threw.',
  'bus.lost': 'Redis is out of reach; feeds find what they miss in the log.',
  'bus.publish_failed': 'A message reached this node only; the others find it in the log. Said once for an outage.',
  'bus.publish_resumed': 'Redis takes messages again; how many it did not take meanwhile.',
  'bus.subscribe_failed': 'Redis refused a subscription; its feeds live on sweeps.',
  'bus.unknown_message': 'A message on a topic is of no known kind: another version, or a defect.',
  'conversation.event': 'An event was committed (level debug): type, conversation, actor and, where they exist, kind of message and state of the flow.',
  'db.warning': 'PostgreSQL is set up in a way that should be changed, or something after a commit failed.',
  'ephemeral.lost': 'Presence and typing are known on this node only, since Redis is out of reach.',
  'feed.fill_failed': 'A hole could not be read from the log; the next sweep tries again.',
  'feed.inbox_failed': 'An inbox could not be brought up to date; its feed begins again.',
  'feed.tap_failed': 'A defect: one who listens to a conversation threw.',
  'identity.unheard': 'Changes of keys and users made on other nodes are not heard; they hold for as long as the caches do.',
  'operation.defect': 'An operation was answered with INTERNAL; the cause stands here, under the request id that the client has.',
  'operation.refused': 'An operation was answered with an error code (level debug).',
  'presence.failed': 'Presence could not be read or written.',
  'process.failing': 'A defect that nobody can vouch for; the process ends.',
  'process.rejected': 'A defect: nobody waited for something that failed.',
  'queues.failed': 'Cases could not be matched, given back or woken; the next sweep tries again.',
  'queues.unread': 'The line of a queue or the offers of an agent could not be read; tried again later.',
  'rates.in_memory': 'Rate limits are counted on this node alone, since Redis is out of reach (level debug).',
  'request.defect': 'A request outside of GraphQL met a defect.',
  'routing.failed': 'Waiting cases could not be routed; tried again later.',
  'server.draining': 'The server stops and asks its clients to go to other nodes.',
  'server.listening': 'The server takes connections.',
  'sla.failed': 'The clocks of service levels could not be looked after; tried again later.',
  'socket.defect': 'A socket met a defect and was closed.',
  'sweep.failed': 'The log could not be asked for what the bus has lost; the next sweep tries again.',
  'visits.unread': 'The page on which a visitor is could not be read; tried again later.',
} as const satisfies Readonly<Record<string, string>>;

/** The name of an event of the log. */
export type LogEventName = keyof typeof LOG_EVENTS;
