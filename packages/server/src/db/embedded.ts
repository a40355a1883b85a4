import { join } from 'node:path';
import { existsSync } from 'node:fs';
import { PGlite } from '@electric-sql/pglite';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import { Observers } from './connection.js';
import type { Driver } from './driver.js';
import { embeddedAdapter } from './embedded-adapter.js';
import { StartupError } from '../kernel/startup-error.js';
import { lockFolder } from './lock-file.js';
import { Session } from './session.js';

/** How to open the embedded database. */
export interface EmbeddedOptions {
  /** Folder that keeps it; null keeps it in memory. */
  readonly dataDir: string | null;
  /** A dumped data folder to start from, in memory only. */
  readonly template?: Blob;
  /** Told in one line of what takes seconds. */
  readonly onProgress?: (line: string) => void;
}

/** The embedded database, and how to dump it. */
export interface EmbeddedDriver extends Driver {
  readonly kind: 'embedded';
  /** Its whole data folder, from which another can be opened. */
  dump(): Promise<Blob>;
}

/**
 * Opens PGlite: PostgreSQL inside this process, with one connection.
 * @throws StartupError when the folder is in use, cannot be written, or holds something else.
 */
export async function openEmbedded(options: EmbeddedOptions): Promise<EmbeddedDriver> {
  const unlock = options.dataDir === null ? undefined : lockFolder(options.dataDir);
  try {
    const engine = await openEngine(options);
    return driverOf(engine, unlock);
  } catch (error) {
    unlock?.();
    if (error instanceof StartupError) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new StartupError(`unable to open the embedded database in ${options.dataDir ?? 'memory'}; ${reason}`);
  }
}

/** What the migrations create by CREATE EXTENSION has to be there when the engine starts. */
const extensions = { pg_trgm };

function openEngine({ dataDir, template, onProgress }: EmbeddedOptions): Promise<PGlite> {
  if (dataDir === null) return PGlite.create({ extensions, ...(template ? { loadDataDir: template } : {}) });
  const folder = join(dataDir, 'database');
  const isNew = !existsSync(join(folder, 'PG_VERSION'));
  onProgress?.(isNew ? `creating the embedded database in ${dataDir} (a few seconds, once)` : `opening the embedded database in ${dataDir}`);
  return PGlite.create(folder, { extensions });
}

function driverOf(engine: PGlite, unlock: (() => void) | undefined): EmbeddedDriver {
  const observers = new Observers();
  const session = new Session(engine, observers);
  return {
    kind: 'embedded',
    adapter: embeddedAdapter(session),
    observers,
    hot: ({ text }, params) => session.mutex.run(() => session.raw(text, params)),
    maintenance: (work) => session.mutex.run(() => work(session)),
    pools() {
      const { asked } = session.mutex;
      return [{ pool: 'embedded', busy: Math.min(asked, 1), idle: asked === 0 ? 1 : 0, waiting: Math.max(0, asked - 1) }];
    },
    dump: () => session.mutex.run(() => engine.dumpDataDir('none')),
    async close() {
      await session.mutex.run(() => engine.close());
      unlock?.();
    },
  };
}
