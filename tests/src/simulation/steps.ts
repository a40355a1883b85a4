/** What people and faults do in a history. */
import fc from 'fast-check';
import { AddParticipantDocument, DeleteMessageDocument, EditMessageDocument, MarkReadDocument, RemoveParticipantDocument } from '../../../packages/sdk-js/src/generated/operations.js';
import type { Audience } from '../../../packages/sdk-js/src/generated/types.js';
import type { History } from './history.js';

/** One step of a history. `who` counts the people; what there is none of does nothing. */
export type Step =
  | { readonly do: 'write'; readonly who: number; readonly audience: Audience | null }
  | { readonly do: 'edit' | 'delete' | 'read' | 'reconnect' | 'disconnect'; readonly who: number }
  | { readonly do: 'write aside' | 'read aside'; readonly who: number }
  | { readonly do: 'add' | 'remove' }
  | { readonly do: 'kill' | 'doom'; readonly node: number }
  | { readonly do: 'wait'; readonly ms: number }
  | { readonly do: 'go on'; readonly count: number };

const who = fc.nat({ max: 3 });

/** Any step, the usual ones more often. */
export const anyStep: fc.Arbitrary<Step> = fc.oneof(
  { weight: 8, arbitrary: fc.record({ do: fc.constant('write' as const), who, audience: fc.constantFrom<Audience | null>(null, null, null, 'STAFF', 'PROVIDER') }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constantFrom('edit' as const, 'delete' as const, 'read' as const, 'reconnect' as const, 'disconnect' as const), who }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constantFrom('write aside' as const, 'read aside' as const), who: fc.nat({ max: 2 }) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('add' as const, 'remove' as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom('kill' as const, 'doom' as const), node: fc.nat({ max: 1 }) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('wait' as const), ms: fc.constantFrom(300, 1_000, 5_000, 16_000) }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('go on' as const), count: fc.nat({ max: 40 }) }) },
);

const heard = (): void => undefined;

/** Does a step. What it begins goes on beside those that follow. */
export async function take(history: History, step: Step): Promise<void> {
  const { scheduler, clock } = history.around;
  switch (step.do) {
    case 'write': {
      const client = history.client(step.who);
      // The text says who may see it, so that whoever sees it without right is found out.
      client.write(`${step.audience ?? 'EVERYONE'} ${client.name} ${client.written.length}`, step.audience);
      return;
    }
    case 'edit': {
      const client = history.client(step.who);
      const message = client.ownMessage();
      if (!message) return;
      const [audience] = message.text.split(' ');
      const input = { clientId: client.newId(), messageId: message.id, text: `${audience ?? ''} edited ${message.text}`.slice(0, 200) };
      client.runner.request(EditMessageDocument, { input }).then(heard, heard);
      return;
    }
    case 'delete': {
      const message = history.client(step.who).ownMessage();
      if (message) history.client(step.who).runner.request(DeleteMessageDocument, { input: { messageId: message.id } }).then(heard, heard);
      return;
    }
    case 'read': {
      const { engine } = history.client(step.who);
      if (engine.state.seq > 0) engine.read.move(engine.state.seq).then(heard, heard);
      return;
    }
    case 'write aside': {
      const client = history.client(step.who);
      client.write(`EVERYONE ${client.name} ${client.written.length}`, null, history.stage.asideId);
      return;
    }
    case 'read aside': {
      // What the list shows last is what somebody has read who looks at the list.
      const { inbox, runner } = history.client(step.who);
      const conversationId = history.stage.asideId;
      const seq = inbox.store.getSnapshot().entries.find(({ conversation }) => conversation.id === conversationId)?.conversation.lastMessage?.seq;
      if (seq !== undefined) runner.request(MarkReadDocument, { input: { conversationId, seq } }).then(heard, heard);
      return;
    }
    case 'reconnect':
      history.client(step.who).connect(history.anyNode());
      return;
    case 'disconnect':
      history.client(step.who).disconnect();
      return;
    case 'add':
    case 'remove': {
      const input = { conversationId: history.stage.conversationId, userId: history.guest.viewer.userId };
      if (step.do === 'add') history.admin.request(AddParticipantDocument, { input }).then(heard, heard);
      else history.admin.request(RemoveParticipantDocument, { input }).then(heard, heard);
      return;
    }
    case 'kill':
      history.kill(step.node);
      return;
    case 'doom':
      history.doom(step.node);
      return;
    case 'wait':
      await clock.advance(step.ms);
      await scheduler.run(10);
      return;
    case 'go on':
      await scheduler.run(step.count);
  }
}
