/** A chat server as one writes it with GraphQL Yoga, graphql-ws and `pg`: its page on subscriptions over WebSocket, with nothing added. */
import { createServer } from 'node:http';
import type { ExecutionArgs } from 'graphql';
import { useServer } from 'graphql-ws/use/ws';
import { createYoga } from 'graphql-yoga';
import { WebSocketServer } from 'ws';
import { verify } from '../floor/credential.js';
import { answerConversation } from '../floor/http.js';
import { openCore } from '../peer.js';
import { publish, schemaOf, type Viewer } from './schema.js';

const core = await openCore(publish);
const yoga = createYoga<{ member?: string }, Viewer>({
  schema: schemaOf(core),
  context: ({ member, request }) => ({ user: member ?? verify(request?.headers.get('authorization')?.replace('Bearer ', '') ?? '') }),
  logging: false,
  graphiql: false,
});
const server = createServer((request, response) => {
  answerConversation(core.store, request, response)
    .then((isDone) => (isDone ? undefined : yoga(request, response)))
    .catch(() => response.writeHead(500).end());
});

type Enveloped = ReturnType<typeof yoga.getEnveloped>;
type Run = Pick<Enveloped, 'execute' | 'subscribe'>;
const runs = new WeakMap<object, Run>();

function runOf({ contextValue }: ExecutionArgs): Run {
  const run = typeof contextValue === 'object' && contextValue !== null ? runs.get(contextValue) : undefined;
  if (!run) throw new Error('no such operation');
  return run;
}

useServer<{ token?: string }, { user: string }>(
  {
    onConnect({ connectionParams, extra }) {
      const user = verify(String(connectionParams?.token ?? ''));
      if (user === null) return false;
      extra.user = user;
      return true;
    },
    execute: (args) => runOf(args).execute(args),
    subscribe: (args) => runOf(args).subscribe(args),
    async onSubscribe({ extra }, _id, params) {
      const { schema, execute, subscribe, contextFactory, parse, validate } = yoga.getEnveloped({ member: extra.user, params });
      const contextValue = await contextFactory();
      runs.set(contextValue, { execute, subscribe });
      const args = { schema, operationName: params.operationName, document: parse(params.query), variableValues: params.variables, contextValue };
      const errors = validate(args.schema, args.document);
      return errors.length > 0 ? errors : args;
    },
  },
  new WebSocketServer({ server, path: yoga.graphqlEndpoint }),
);

server.listen(Number(process.env['PORT']), '127.0.0.1');
