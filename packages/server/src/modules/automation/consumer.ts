import type { Deps } from '../../deps.js';
import type { Consumer } from '../../log/consumer.js';
import { beginCase } from './begin.js';
import { factsOf } from './facts.js';
import { takeTurn } from './turn.js';

/** Welcomes the customer of a new case, and lets the bot have its turn at each of their messages while it leads. */
export function automationConsumer(deps: Deps): Consumer {
  return {
    name: 'automation',
    types: ['MessageSent', 'CaseUpdated'],
    handle: async (event) => {
      const facts = await factsOf(deps, event.conversationId);
      if (!facts) return;
      if (!facts.hasBegun) await beginCase(deps, facts);
      const isQuestion = event.type === 'MessageSent' && event.audience === 'all' && event.actorId === facts.customerId;
      if (isQuestion && event.messageId !== null && facts.control === 'bot') await takeTurn(deps, facts, event.messageId);
    },
  };
}
