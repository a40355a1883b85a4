/**
 * Takes the `subscribe` messages, which is what the protocol calls all operations, before graphql-ws does: their results are written as they
 * are, where graphql-ws would look through each frame again and step from promise to promise. It keeps the rest of the protocol.
 */
import { MessageType, parseMessage, type SubscribeMessage } from 'graphql-ws';
import { traceparentOf } from './documents.js';
import type { Engine, Run } from './engine.js';
import { completeFrame, errorFrame } from './frames.js';
import type { Session, SessionContext, SubscribeTaker } from './session.js';
import { OutgoingResult } from './shared-results.js';
import { NOBODY } from './socket.js';
import { SocketFeed } from './socket-feed.js';

/** Makes the taker of one server. */
export function createSubscribeTaker(engine: Engine): SubscribeTaker {
  return {
    take(session, message) {
      const { protocol } = session;
      // What comes before the viewer is known closes the socket, and so does the id of an operation that is under way: graphql-ws does both.
      if (!protocol?.acknowledged) return false;
      const read = readSubscribe(message);
      if (!read || read.id in protocol.subscriptions) return false;
      const place = { session, protocol, engine };
      void (engine.kindOf(read.payload) === 'subscription' ? subscribe(place, read) : answer(place, read));
      return true;
    },
  };
}

function readSubscribe(text: string): SubscribeMessage | null {
  try {
    const message = parseMessage(text);
    return message.type === MessageType.Subscribe ? message : null;
  } catch {
    return null;
  }
}

interface Place {
  readonly session: Session;
  readonly protocol: SessionContext;
  readonly engine: Engine;
}

/** Runs a query or mutation and answers it. Never rejects. */
async function answer(place: Place, { id, payload }: SubscribeMessage): Promise<void> {
  const { session, protocol, engine } = place;
  // A reservation, as graphql-ws makes it; `complete` and the end of the socket take it away.
  protocol.subscriptions[id] = null;
  const context = session.context();
  try {
    session.started();
  } catch (error) {
    reply(place, id, [errorFrame(id, engine.errorsOf(error, context.requestId))]);
    return;
  }
  try {
    const operation = await engine.prepare(payload, context);
    const run: Run = { operation, variables: payload.variables ?? {}, context, transport: 'ws', traceparent: traceparentOf(payload.extensions) };
    const result = new OutgoingResult(await engine.execute(run));
    reply(place, id, [result.frame(id), completeFrame(id)]);
  } catch (error) {
    reply(place, id, [errorFrame(id, engine.errorsOf(error, context.requestId))]);
  } finally {
    session.answered();
  }
}

/** Writes the last frames of an operation, unless the client wants none any more. */
function reply({ session, protocol }: Place, id: string, frames: readonly Buffer[]): void {
  if (!(id in protocol.subscriptions)) return;
  session.finished(id);
  for (const frame of frames) session.socket.deliver(frame, NOBODY);
}

/** Opens a subscription. Never rejects. */
async function subscribe({ session, protocol, engine }: Place, { id, payload }: SubscribeMessage): Promise<void> {
  const feed = new SocketFeed(session, id);
  // From here on `complete` and the end of the socket find it.
  protocol.subscriptions[id] = feed;
  const context = session.context();
  const refuse = (error: unknown, run?: Run): void => {
    if (!feed.isOver) feed.refuse(engine.errorsOf(error, context.requestId, run?.operation));
  };
  try {
    session.started();
  } catch (error) {
    refuse(error);
    return;
  }
  let run: Run;
  try {
    const operation = await engine.prepare(payload, context);
    run = { operation, variables: payload.variables ?? {}, context, transport: 'ws', traceparent: traceparentOf(payload.extensions) };
    session.feedStarted();
  } catch (error) {
    refuse(error);
    return;
  } finally {
    session.answered();
  }
  try {
    await feed.open(run);
  } catch (error) {
    session.closed();
    refuse(error, run);
  }
}
