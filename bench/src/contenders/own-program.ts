import { fileURLToPath } from 'node:url';
import type { Contender, ContenderName } from '../contender.js';
import { inParallel } from '../parallel.js';
import { type ServerProcess, startServer } from './processes.js';

const SEED_AT_ONCE = 50;

/** A contender whose program is in `contenders/<name>/main.ts` and makes conversations at `POST /conversations`. */
export interface OwnProgram {
  readonly name: ContenderName;
  /** Used in errors. */
  readonly title: string;
  /** Path that answers once the server serves. */
  readonly probe: string;
  /** Path, and query, of its WebSocket. */
  readonly socketPath: string;
  /** Whether several of it can be joined by Redis. */
  readonly isJoined: boolean;
}

/** Makes the contender of a program of the bench's own. */
export function ownProgram({ name, title, probe, socketPath, isJoined }: OwnProgram): Contender {
  // Beside the bundle that this file becomes part of.
  const program = fileURLToPath(new URL(`./contenders/${name}/main.js`, import.meta.url));
  return {
    name,
    async start(env) {
      if (env.nodes > 1 && !isJoined) throw new Error(`unable to start ${title}; it is measured on one node`);
      const processes: ServerProcess[] = [];
      for (let index = 0; index < env.nodes; index += 1) {
        const environment = {
          DATABASE_URL: env.databaseUrl,
          ...(env.redisUrl === null ? {} : { REDIS_URL: env.redisUrl }),
          BENCH_IS_FIRST: index === 0 && !env.isLater ? '1' : '0',
        };
        processes.push(await startServer({ name: title, command: [program], environment, probe, socketPath }, env));
      }
      const nodes = processes.map(({ node }) => node);
      let made = 0;
      return {
        nodes,
        startMs: processes.map(({ startMs }) => startMs),
        async seed(plan) {
          const [first] = nodes;
          if (!first) throw new Error('no node');
          const ids = Array.from({ length: plan.conversations }, () => `c${(made += 1)}`);
          return inParallel(ids, SEED_AT_ONCE, async (id) => {
            const users = Array.from({ length: plan.members }, (_, index) => `${id}-u${index}`);
            const response = await fetch(`${first.url}/conversations`, { method: 'POST', body: JSON.stringify({ conversation: id, users }) });
            const members: string[] = JSON.parse(await response.text());
            return { id, members };
          });
        },
        async stop() {
          await Promise.all(processes.map((each) => each.stop()));
        },
      };
    },
  };
}
