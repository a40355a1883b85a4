/** Starting server processes, and stopping each one that was started. */
import { spawn } from 'node:child_process';
import { freePort } from '../services.js';
import type { Env, ServerNode } from '../contender.js';

/** What one server process is. */
export interface ServerProgram {
  /** Used in errors. */
  readonly name: string;
  /** The file and its arguments. */
  readonly command: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  /** Path that answers, with whatever status, once the server serves. */
  readonly probe: string;
  /** Path of its WebSocket. */
  readonly socketPath: string;
}

/** A process that serves. */
export interface ServerProcess {
  readonly node: ServerNode;
  /** Milliseconds from the start of the process to its first answer. */
  readonly startMs: number;
  stop(): Promise<void>;
}

const START_MS = 120_000;

/**
 * Starts a server on a free port and waits until it answers.
 * @throws when it ends instead, with what it printed.
 */
export async function startServer(program: ServerProgram, env: Pick<Env, 'nodeOptions'>): Promise<ServerProcess> {
  const port = await freePort();
  const startedAt = performance.now();
  const child = spawn(process.execPath, [...(env.nodeOptions ?? []), ...program.command], {
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], NODE_ENV: 'production', PORT: String(port), ...program.environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const keep = (chunk: Buffer): void => {
    output = (output + chunk.toString()).slice(-4_000);
  };
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  let isEnded = false;
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => {
      isEnded = true;
      resolve();
    });
  });
  const killWithUs = (): void => void child.kill('SIGKILL');
  process.once('exit', killWithUs);
  const url = `http://127.0.0.1:${port}`;
  while (!(await answers(`${url}${program.probe}`))) {
    if (isEnded || performance.now() - startedAt > START_MS) {
      child.kill('SIGKILL');
      throw new Error(`unable to start ${program.name}; it said:\n${output}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  const { pid } = child;
  if (pid === undefined) throw new Error(`unable to start ${program.name}`);
  return {
    node: { url, wsUrl: `${url.replace(/^http/, 'ws')}${program.socketPath}`, pid },
    startMs: performance.now() - startedAt,
    async stop() {
      child.kill('SIGTERM');
      const timer = setTimeout(() => child.kill('SIGKILL'), 15_000);
      await ended;
      clearTimeout(timer);
      process.off('exit', killWithUs);
    },
  };
}

async function answers(url: string): Promise<boolean> {
  try {
    const response = await fetch(url);
    await response.body?.cancel();
    return response.status < 500;
  } catch {
    return false;
  }
}
