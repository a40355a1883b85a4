/** The way from a simulated client to a simulated node: operations of the SDK, run on the product's schema, with both ways scheduled. */
import type { GraphQLContext } from '../../../packages/server/src/graphql/context.js';
import { toWireError } from '../../../packages/server/src/graphql/masking.js';
import { schema } from '../../../packages/server/src/graphql/schema.js';
import type { UserViewer } from '../../../packages/server/src/kernel/viewer.js';
import { openConversationFeed, openInboxFeed } from '../../../packages/server/src/modules/feeds/index.js';
import type { ConversationFeedInput } from '../../../packages/server/src/modules/feeds/conversation-feed.js';
import type { InboxInput } from '../../../packages/server/src/modules/feeds/inbox.js';
import { createDocumentStore, type Operation } from '../../../packages/server/src/transport/documents.js';
import { createExecutor } from '../../../packages/server/src/transport/executor.js';
import { knownDocuments } from '../../../packages/server/src/transport/manifest.js';
import { ChatError, fromWire, isRecord } from '../../../packages/sdk-js/src/chat-error.js';
import type { FeedSink, OperationDocument } from '../../../packages/sdk-js/src/operation.js';
import type { Executor as ClientExecutor } from '../../../packages/sdk-js/src/transport/execute.js';
import type { SimulatedNode } from './node.js';
import type { Scheduler } from './scheduler.js';

const documents = createDocumentStore({ schema, manifest: knownDocuments(), hasIntrospection: false, maxTokens: 2_000 });
const executor = createExecutor(schema);

/** A link of one client to one node, until it is cut or the node dies. */
export interface SimulatedLink {
  readonly executor: ClientExecutor;
  readonly isCut: boolean;
  cut(): void;
}

/** What a link connects. */
export interface LinkEnds {
  readonly scheduler: Scheduler;
  readonly node: SimulatedNode;
  readonly viewer: UserViewer;
  /** The link is no more. */
  onCut(): void;
}

let streams = 0;

/** Connects a client to a node. */
export function connect(ends: LinkEnds): SimulatedLink {
  const { scheduler, node, viewer } = ends;
  const pending = new Set<(error: ChatError) => void>();
  const streamsHere = new Set<AsyncIterator<unknown>>();
  let isCut = false;

  const cut = (): void => {
    if (isCut) return;
    isCut = true;
    unwatch();
    for (const fail of [...pending]) fail(new ChatError('NETWORK_ERROR', 'unable to go on; the link was cut'));
    for (const source of streamsHere) void source.return?.();
    ends.onCut();
  };
  const unwatch = node.onDeath(() => {
    scheduler.later(cut);
  });
  // It may have died a moment ago: nobody answers there.
  if (node.isDead) scheduler.later(cut);
  const context = (): GraphQLContext => ({ deps: node.deps, viewer, requestId: 'simulated', ip: '127.0.0.1' });

  const run = <Data, Variables>(document: OperationDocument<Data, Variables>, variables: Variables): Promise<Data> =>
    new Promise<Data>((resolve, reject) => {
      const fail = (error: ChatError): void => {
        pending.delete(fail);
        reject(error);
      };
      pending.add(fail);
      if (isCut) {
        fail(new ChatError('NETWORK_ERROR', 'unable to run; there is no link'));
        return;
      }
      scheduler.later(() => {
        if (isCut || node.isDead) return;
        void Promise.resolve(executor.run(operationOf(document), { variables: record(variables), context: context() })).then((result) => {
          scheduler.later(() => {
            if (isCut || node.isDead) return;
            pending.delete(fail);
            answer<Data>(result, { data: resolve, error: reject });
          });
        });
      });
    });

  const openFeed = (field: string, variables: Record<string, unknown>): Promise<AsyncIterableIterator<unknown>> =>
    field === 'inboxFeed' ? openInboxFeed(node.deps, viewer, inboxInput(variables)) : openConversationFeed(node.deps, viewer, feedInput(variables));

  const stream = <Data, Variables>(document: OperationDocument<Data, Variables>, variables: Variables, sink: FeedSink<Data>): (() => void) => {
    const lane = `stream ${(streams += 1)}`;
    let isOver = false;
    let source: AsyncIterator<unknown> | null = null;
    const tell = (what: () => void): void => {
      scheduler.later(() => {
        if (!isCut && !isOver) what();
      }, lane);
    };
    const serve = async (): Promise<void> => {
      const operation = operationOf(document);
      try {
        const opened = await openFeed(document.field, record(variables));
        source = opened;
        if (isOver || isCut) return void opened.return?.();
        streamsHere.add(opened);
        for (;;) {
          const step = await opened.next();
          if (step.done || node.isDead) break;
          const result = await executor.run(operation, { variables: record(variables), context: context(), rootValue: step.value });
          tell(() => answer<Data>(result, { data: (data) => sink.next(data), error: (error) => sink.error(error) }));
        }
        tell(() => sink.complete());
      } catch (error) {
        if (!node.isDead) tell(() => sink.error(masked(error)));
      } finally {
        if (source) streamsHere.delete(source);
      }
    };
    scheduler.later(() => {
      if (!isCut && !isOver && !node.isDead) void serve();
    });
    return () => {
      isOver = true;
      void source?.return?.();
    };
  };

  return {
    executor: { run: (document, variables) => run(document, variables), stream },
    get isCut() {
      return isCut;
    },
    cut,
  };
}

/** What the resolver of `conversationFeed` makes of its arguments. */
function feedInput({ conversationId, after, last }: Record<string, unknown>): ConversationFeedInput {
  const position = isRecord(after) ? { epoch: String(after['epoch']), seq: Number(after['seq']) } : null;
  return { conversationId: String(conversationId), after: position, last: Number(last) };
}

/** What the resolver of `inboxFeed` makes of its arguments. */
function inboxInput({ after, first }: Record<string, unknown>): InboxInput {
  return { after: isRecord(after) ? { epoch: String(after['epoch']), position: String(after['position']) } : null, first: Number(first) };
}

function operationOf<Data, Variables>(document: OperationDocument<Data, Variables>): Operation {
  return documents.find({ extensions: { persistedQuery: { version: 1, sha256Hash: document.hash } } });
}

function record(variables: unknown): Record<string, unknown> {
  return isRecord(variables) ? { ...variables } : {};
}

function masked(error: unknown): ChatError {
  const view = { requestId: 'simulated', log: { fatal: no, error: no, warn: no, info: no, debug: no, isLevelEnabled: () => false }, hasSuggestions: false };
  return fromWire(toWireError(error, view));
}

const no = (): void => undefined;

function answer<Data>(result: Awaited<ReturnType<typeof executor.run>>, to: { data(data: Data): void; error(error: ChatError): void }): void {
  const [error] = result.errors ?? [];
  if (error) to.error(masked(error));
  // The document says what comes.
  else to.data(JSON.parse(JSON.stringify(result.data)) as Data);
}
