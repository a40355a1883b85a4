import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createConnection } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { faultProxy, type FaultProxy } from '@parley/server/testing';
import pg from 'pg';
import { startPostgres, startRedis, type Service } from '../../scripts/lib/services.mjs';
import { NodeProcess, programs, type NodeOptions } from './node-process.js';
import { CURRENT_SDK, type Sdk } from './sdk.js';

/** A site of the installation, with what only its host knows. */
export interface SiteKeys {
  readonly publicKey: string;
  readonly secret: string;
  readonly apiKey: string;
}

/** PostgreSQL and Redis of a whole run. */
export interface Services {
  readonly postgres: Service;
  readonly redis: Service;
}

/** Starts both. */
export async function startServices(): Promise<Services> {
  const [postgres, redis] = await Promise.all([startPostgres(), startRedis()]);
  return { postgres, redis };
}

/** How to open a cluster. */
export interface ClusterOptions {
  readonly services: Services;
  readonly nodes: number;
  /** What its nodes run; default the built `parley`. */
  readonly program?: string;
  /** What its people use; default the SDK of this version. */
  readonly sdk?: Sdk;
  /** Run on the migrated database before the first node. */
  readonly sql?: string;
}

let databases = 0;

/** Several nodes on one database and one Redis, each reached through a bad link, and a balancer in front. */
export class Cluster {
  readonly services: Services;
  readonly nodes: NodeProcess[] = [];
  /** The nodes' links. */
  readonly databaseLink: FaultProxy;
  readonly redisLink: FaultProxy;
  /** In front of all nodes: clients come through it. */
  readonly balancer: FaultProxy;
  readonly site: SiteKeys;
  readonly sdk: Sdk;
  /** The database past every link, for the one who judges. */
  readonly databaseUrl: string;
  readonly #options: ClusterOptions;
  readonly #failpoints = mkdtempSync(join(tmpdir(), 'parley-chaos-'));
  #turn = 0;

  private constructor(options: ClusterOptions, parts: { databaseUrl: string; site: SiteKeys; links: readonly [FaultProxy, FaultProxy, FaultProxy] }) {
    this.#options = options;
    this.services = options.services;
    this.sdk = options.sdk ?? CURRENT_SDK;
    this.databaseUrl = parts.databaseUrl;
    this.site = parts.site;
    [this.databaseLink, this.redisLink, this.balancer] = parts.links;
  }

  /** Makes a database with a site, and starts the nodes. */
  static async open(options: ClusterOptions): Promise<Cluster> {
    const { postgres, redis } = options.services;
    const name = `chaos_${(databases += 1)}`;
    await withClient(postgres.url, (client) => client.query(`CREATE DATABASE ${name}`));
    const databaseUrl = urlOf(postgres.url, name);
    const site = await makeSite(databaseUrl, options.program);
    const { sql } = options;
    if (sql !== undefined) await withClient(databaseUrl, (client) => client.query(sql));
    let cluster: Cluster | null = null;
    const links = [
      await faultProxy({ port: postgres.port }),
      await faultProxy({ port: redis.port }),
      await faultProxy(() => cluster?.next() ?? null),
    ] as const;
    cluster = new Cluster(options, { databaseUrl, site, links });
    const opened = cluster;
    try {
      await Promise.all(Array.from({ length: options.nodes }, () => opened.addNode()));
    } catch (error) {
      await cluster.close();
      throw error;
    }
    return cluster;
  }

  /** The GraphQL endpoint of the balancer. */
  get url(): string {
    return `http://127.0.0.1:${this.balancer.port}/graphql`;
  }

  /** The node whose turn it is; null when none is available. */
  next(): NodeProcess | null {
    for (let tries = 0; tries < this.nodes.length; tries += 1) {
      this.#turn += 1;
      const node = this.nodes[this.#turn % this.nodes.length];
      if (node?.isAvailable) return node;
    }
    return null;
  }

  /** The node at a place, which must be there. */
  node(index: number): NodeProcess {
    const node = this.nodes[index];
    if (!node) throw new Error(`unable to find node ${index}; there are ${this.nodes.length}`);
    return node;
  }

  /** Starts another node. */
  async addNode(options: Partial<NodeOptions> = {}): Promise<NodeProcess> {
    const node = await NodeProcess.start({
      databaseUrl: this.databaseLink.through(this.databaseUrl),
      redisUrl: this.redisLink.through(this.services.redis.url),
      failpoints: this.#failpoints,
      ...(this.#options.program === undefined ? {} : { program: this.#options.program }),
      ...options,
    });
    this.nodes.push(node);
    return node;
  }

  /** Ends a node and takes it out. */
  async removeNode(node: NodeProcess, signal: NodeJS.Signals = 'SIGKILL'): Promise<void> {
    node.isOut = true;
    node.signal('SIGCONT');
    node.signal(signal);
    await node.exited;
    this.nodes.splice(this.nodes.indexOf(node), 1);
  }

  /** Brings everything back: services, links, and as many plain nodes as there were at first. Answers the nodes that had died unasked. */
  async heal(): Promise<NodeProcess[]> {
    await Promise.all([this.services.postgres.start(), this.services.redis.start()]);
    for (const link of [this.databaseLink, this.redisLink, this.balancer]) link.set('ok');
    const dead = this.nodes.filter((node) => node.end !== null);
    for (const node of dead) this.nodes.splice(this.nodes.indexOf(node), 1);
    for (const node of this.nodes) {
      node.signal('SIGCONT');
      node.isOut = false;
    }
    const missing = this.#options.nodes - this.nodes.length;
    await Promise.all(Array.from({ length: Math.max(0, missing) }, () => this.addNode()));
    return dead.filter((node) => !node.isExpectedToEnd);
  }

  /** Ends all nodes and links, and drops the database. */
  async close(): Promise<void> {
    await Promise.all([...this.nodes].map((node) => this.removeNode(node)));
    rmSync(this.#failpoints, { recursive: true, force: true });
    await Promise.all([this.databaseLink.close(), this.redisLink.close(), this.balancer.close()]);
    const name = new URL(this.databaseUrl).pathname.slice(1);
    await withClient(this.services.postgres.url, (client) => client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`));
  }

  /** Runs SQL on the cluster's database, past every link. */
  sql<Row extends pg.QueryResultRow>(text: string, values: readonly unknown[] = []): Promise<Row[]> {
    return withClient(this.databaseUrl, async (client) => (await client.query<Row>(text, [...values])).rows);
  }

  /** Says one command to Redis, past every link. */
  redis(command: string): Promise<string> {
    return new Promise((resolve, reject) => {
      const socket = createConnection(this.services.redis.port, '127.0.0.1', () => socket.write(`${command}\r\n`));
      socket.once('data', (data) => {
        socket.destroy();
        resolve(data.toString());
      });
      socket.once('error', reject);
    });
  }
}

/** Runs a command of `parley`, by default the built one, to its end and answers what it printed. */
async function parley(args: readonly string[], databaseUrl: string, program = programs.parley): Promise<string> {
  const child = spawn(process.execPath, [program, ...args], { env: { PATH: process.env['PATH'], DATABASE_URL: databaseUrl }, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  let errors = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  if (code !== 0) throw new Error(`unable to run parley ${args.join(' ')}; it ended with ${code}\n${errors}`);
  return output;
}

async function makeSite(databaseUrl: string, program?: string): Promise<SiteKeys> {
  const output = await parley(['seed', '--name', 'Chaos', '--origin', '*'], databaseUrl, program);
  const find = (label: string): string => {
    const [, value] = new RegExp(`^${label}\\s+(\\S+)$`, 'm').exec(output) ?? [];
    if (value === undefined) throw new Error(`unable to make a site; parley seed printed no ${label}`);
    return value;
  };
  return { publicKey: find('public key'), secret: find('secret'), apiKey: find('API key') };
}

/** The URL of another database of the same PostgreSQL. */
export function urlOf(serverUrl: string, database: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${database}`;
  return url.href;
}

/** Runs work on a connection of its own. */
export async function withClient<Result>(url: string, work: (client: pg.Client) => Promise<Result>): Promise<Result> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
