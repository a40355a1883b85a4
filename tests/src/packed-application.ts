import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Our packages, and where each is in the workspace. */
export const packages = { '@parley/sdk': 'packages/sdk-js', '@parley/react': 'packages/react-hooks', '@parley/server': 'packages/server' };

/** What these tests read of a package.json. */
export interface Manifest {
  name: string;
  exports: Record<string, unknown>;
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
  peerDependencies?: Record<string, string>;
}

/**
 * A folder as an application has it after installing our tarballs: what is in the tarballs and nothing else, and of the
 * workspace only the third-party packages that the manifests name.
 */
export class PackedApplication {
  readonly folder: string;
  #server: ChildProcess | null = null;

  /** Packs and unpacks. @throws when a package is not built. */
  constructor() {
    const cache = join(root, 'node_modules/.cache/parley');
    mkdirSync(cache, { recursive: true });
    this.folder = mkdtempSync(join(cache, 'packed-'));
    for (const [name, source] of Object.entries(packages)) this.#install(name, source);
  }

  /** The manifest of an installed package. */
  manifest(name: string): Manifest {
    return readManifest(join(this.folder, 'node_modules', name));
  }

  /** Runs code as a file of the application, and answers what it printed. */
  runFile(name: string, code: string): string {
    writeFileSync(join(this.folder, name), code);
    return execFileSync(process.execPath, [name], { cwd: this.folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  }

  /** Copies an example into the application, with what it needs beside our packages. Answers with its folder. */
  addExample(name: string): string {
    const source = join(root, 'examples', name);
    const target = join(this.folder, 'examples', name);
    cpSync(source, target, { recursive: true, filter: (file) => !/[\\/](node_modules|dist)$/.test(file) });
    const { dependencies, devDependencies } = readManifest(source);
    this.#link(source, Object.keys({ ...dependencies, ...devDependencies }));
    return target;
  }

  /** Starts the installed server with the demo site and the examples, on a free port; resolves with its address. */
  startDemo(): Promise<string> {
    const command = [join(this.folder, 'node_modules/@parley/server/bin/parley.js'), 'serve', '--demo', '--examples', join(this.folder, 'examples')];
    const server = spawn(process.execPath, command, {
      cwd: this.folder,
      env: { ...process.env, PORT: '0', HOST: '127.0.0.1', PARLEY_DATA_DIR: join(this.folder, 'demo-data'), DATABASE_URL: '', REDIS_URL: '' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#server = server;
    return new Promise((resolve, reject) => {
      let printed = '';
      const read = (chunk: Buffer) => {
        printed += chunk.toString();
        const ready = /ready on (http:\S+)[\s\S]*Stop with/.exec(printed);
        if (ready?.[1]) resolve(ready[1]);
      };
      server.stdout.on('data', read);
      server.stderr.on('data', read);
      server.once('exit', (code) => reject(new Error(`the server ended with ${code}: ${printed}`)));
    });
  }

  /** Stops the server and removes the folder. */
  async remove(): Promise<void> {
    const server = this.#server;
    if (server && server.exitCode === null) {
      const ended = new Promise((resolve) => server.once('exit', resolve));
      server.kill('SIGTERM');
      await ended;
    }
    rmSync(this.folder, { recursive: true, force: true });
  }

  #install(name: string, source: string): void {
    if (!existsSync(join(root, source, 'dist'))) throw new Error(`${source} is not built; run \`npm run build\` first`);
    execFileSync('npm', ['pack', '--silent', '--pack-destination', this.folder], { cwd: join(root, source) });
    const tarball = readdirSync(this.folder).find((file) => file.endsWith('.tgz'));
    if (!tarball) throw new Error(`${name} gave no tarball`);
    const target = join(this.folder, 'node_modules', name);
    mkdirSync(target, { recursive: true });
    execFileSync('tar', ['-xzf', join(this.folder, tarball), '-C', target, '--strip-components=1']);
    rmSync(join(this.folder, tarball));
    for (const dependency of Object.keys(readManifest(target).dependencies ?? {})) {
      if (!(dependency in packages)) link(join(root, source, 'node_modules', dependency), join(target, 'node_modules', dependency));
    }
    // A peer is the application's own, as it is once for all who need it.
    this.#link(join(root, source), Object.keys(readManifest(target).peerDependencies ?? {}));
  }

  #link(from: string, names: readonly string[]): void {
    for (const name of names) {
      const target = join(this.folder, 'node_modules', name);
      if (!existsSync(target) && !(name in packages)) link(join(from, 'node_modules', name), target);
    }
  }
}

function link(source: string, target: string): void {
  mkdirSync(dirname(target), { recursive: true });
  symlinkSync(source, target);
}

function readManifest(folder: string): Manifest {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;
}
