/** Takes the `subscribe` messages of subscriptions before graphql-ws does: their results do not need an iterator. */
import { MessageType, parseMessage, type SubscribeMessage } from 'graphql-ws';
import { withoutHttp } from '../graphql/masking.js';
import { traceparentOf } from './documents.js';
import type { Engine, Run } from './engine.js';
import type { Session, SessionContext, SubscribeTaker } from './session.js';
import { SocketFeed } from './socket-feed.js';

/** Finds the hash of a known document in a message without reading it as a whole. */
const KNOWN_HASH = /"sha256Hash"\s*:\s*"([0-9a-f]{16,64})"/;

/** Makes the taker of one server. */
export function createSubscribeTaker(engine: Engine): SubscribeTaker {
  // Known documents that are no subscriptions, so that their messages are read once only. There are as many as the manifest has.
  const others = new Set<string>();
  return {
    take(session, message) {
      const { protocol } = session;
      if (!protocol?.acknowledged) return false;
      const hash = KNOWN_HASH.exec(message)?.[1];
      if (hash !== undefined && others.has(hash)) return false;
      const read = readSubscribe(message);
      // The id of an operation that is under way closes the socket, which graphql-ws does.
      if (!read || read.id in protocol.subscriptions) return false;
      const kind = engine.kindOf(read.payload);
      if (kind !== 'subscription') {
        if (hash !== undefined && kind !== null && read.payload.query === '') others.add(hash);
        return false;
      }
      void subscribe({ session, protocol, engine }, read);
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

/** Opens a subscription. Never rejects. */
async function subscribe({ session, protocol, engine }: Place, { id, payload }: SubscribeMessage): Promise<void> {
  const feed = new SocketFeed(session, id);
  // From here on `complete` and the end of the socket find it.
  protocol.subscriptions[id] = feed;
  const context = session.context();
  const refuse = (error: unknown, run?: Run): void => {
    if (!feed.isOver) feed.refuse(engine.errorsOf(error, context.requestId, run?.operation).map((each) => withoutHttp(each).toJSON()));
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
