import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** The programs of this repository that a run starts. */
export const programs = {
  /** `parley` as it was built. */
  parley: fileURLToPath(new URL('../../packages/server/dist/main.js', import.meta.url)),
  server: fileURLToPath(new URL('../../packages/server/package.json', import.meta.url)),
  preload: new URL('../preload/node.mjs', import.meta.url).href,
};

/** How to start a node. */
export interface NodeOptions {
  readonly databaseUrl: string;
  readonly redisUrl: string;
  /** Default: the built `parley`. */
  readonly program?: string;
  /** Folder in which nodes agree who dies at a point that a message names; see preload/node.mjs. Default: none dies. */
  readonly failpoints?: string;
  /** Milliseconds by which its clock is ahead. */
  readonly clockShiftMs?: number;
  readonly environment?: Readonly<Record<string, string>>;
}

/** How a process ended. */
export interface Exit {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** Memory of a process, in bytes. */
export interface NodeMemory {
  readonly rss: number;
  readonly heapUsed: number;
  /** Of buffers and the like, outside of the heap. */
  readonly external: number;
}

const START_MS = 180_000;
const KEPT_LINES = 200;

/** One server process: `parley serve` with its environment. */
export class NodeProcess {
  readonly options: NodeOptions;
  /** Resolves however it ends. */
  readonly exited: Promise<Exit>;
  /** The last lines that it wrote. */
  readonly lines: string[] = [];
  readonly #child: ChildProcess;
  #port = 0;
  #end: Exit | null = null;
  /** Out of the balancer's rotation. */
  isOut = false;
  /** Its end is wanted, or was brought about. */
  isExpectedToEnd = false;

  private constructor(options: NodeOptions) {
    this.options = options;
    this.#child = spawn(process.execPath, ['--import', programs.preload, options.program ?? programs.parley, 'serve'], {
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      env: {
        PATH: process.env['PATH'],
        PORT: '0',
        DATABASE_URL: options.databaseUrl,
        REDIS_URL: options.redisUrl,
        PARLEY_DRAIN_MS: '3000',
        // A machine that is short of processor time is no fault of the node's.
        PARLEY_MAX_LOOP_DELAY_MS: '600000',
        PARLEY_MAX_SEND_WAIT_MS: '60000',
        ...(options.failpoints === undefined ? {} : { CHAOS_FAILPOINTS: options.failpoints, CHAOS_SERVER: programs.server }),
        ...(options.clockShiftMs ? { CHAOS_CLOCK_SHIFT_MS: String(options.clockShiftMs) } : {}),
        ...options.environment,
      },
    });
    running.add(this.#child);
    this.exited = new Promise((resolve) => {
      this.#child.once('exit', (code, signal) => {
        running.delete(this.#child);
        this.#end = { code, signal };
        resolve(this.#end);
      });
    });
  }

  /**
   * Starts a node and resolves when it listens.
   * @throws with its last lines when it ends instead.
   */
  static async start(options: NodeOptions): Promise<NodeProcess> {
    const node = new NodeProcess(options);
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(() => reject(new Error(`unable to start a node; it did not listen within ${START_MS / 1000} s`)), START_MS);
    });
    const ended = node.exited.then(({ code, signal }): never => {
      throw new Error(`unable to start a node; it ended with ${signal ?? code}\n${node.lines.join('\n')}`);
    });
    try {
      await Promise.race([node.#listening(), ended, late]);
      return node;
    } catch (error) {
      node.signal('SIGKILL');
      throw error;
    } finally {
      clearTimeout(timer);
    }
  }

  get port(): number {
    return this.#port;
  }

  /** Its GraphQL endpoint. */
  get url(): string {
    return `http://127.0.0.1:${this.#port}/graphql`;
  }

  /** How it ended; null while it runs. */
  get end(): Exit | null {
    return this.#end;
  }

  /** Whether the balancer may send somebody here. */
  get isAvailable(): boolean {
    return this.#end === null && !this.isOut;
  }

  /** Sends a signal; one that ends it makes its end expected. */
  signal(name: NodeJS.Signals): void {
    if (name !== 'SIGSTOP' && name !== 'SIGCONT') this.isExpectedToEnd = true;
    this.#child.kill(name);
  }

  /** Bytes of memory that it holds now; 0 where the system does not tell. */
  get residentBytes(): number {
    try {
      const [, kilobytes] = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${this.#child.pid}/status`, 'utf8')) ?? [];
      return Number(kilobytes ?? 0) * 1024;
    } catch {
      return 0;
    }
  }

  /** What it holds, as it says itself. Resolves when it is less busy than it was. @throws when it has ended */
  memory(): Promise<NodeMemory> {
    return new Promise((resolve, reject) => {
      this.#child.once('message', (told) => {
        if (isMemory(told)) resolve(told);
        else reject(new Error(`unable to read the memory of a node; it said ${JSON.stringify(told)}`));
      });
      this.#child.send('memory', (error) => {
        if (error) reject(error);
      });
    });
  }

  #listening(): Promise<void> {
    return new Promise((resolve) => {
      const keep = (line: string): void => {
        this.lines.push(line);
        if (this.lines.length > KEPT_LINES) this.lines.shift();
      };
      if (this.#child.stderr) createInterface({ input: this.#child.stderr }).on('line', keep);
      if (!this.#child.stdout) return;
      createInterface({ input: this.#child.stdout }).on('line', (line) => {
        keep(line);
        const [, port] = /"url":"http:\/\/[^":]+:(\d+)"/.exec(line) ?? [];
        if (port === undefined || !line.includes('"listening"')) return;
        this.#port = Number(port);
        resolve();
      });
    });
  }
}

function isMemory(value: unknown): value is NodeMemory {
  return typeof value === 'object' && value !== null && 'rss' in value && 'heapUsed' in value && 'external' in value;
}

const running = new Set<ChildProcess>();
// A paused process does not notice that its parent is gone.
process.on('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});
