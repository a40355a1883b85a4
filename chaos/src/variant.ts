import { mkdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { build } from 'esbuild';
import { programs } from './node-process.js';

const server = dirname(programs.server);

/** Where programs are made that are not the built one. Below the server, so that they find its packages and migrations. */
export const workshop = join(server, 'node_modules', '.cache', 'parley-chaos');

/** One change of the server's source. */
export interface Patch {
  /** Below `packages/server/src`. */
  readonly file: string;
  /** Must be there exactly once. */
  readonly find: string;
  readonly replace: string;
}

/**
 * Builds `parley` with changes, and answers the path of its program.
 * @throws when a change no longer applies: then the source has moved on, and the change has to follow.
 */
export async function buildVariant(name: string, patches: readonly Patch[]): Promise<string> {
  const sources = join(server, 'src');
  const byFile = new Map<string, string>();
  for (const { file, find, replace } of patches) {
    const text: string = byFile.get(file) ?? readFileSync(join(sources, file), 'utf8');
    const places = text.split(find).length - 1;
    if (places !== 1) throw new Error(`unable to make the mutant ${name}; packages/server/src/${file} has ${places} places that read "${find.slice(0, 80)}", and one is needed`);
    byFile.set(file, text.replace(find, () => replace));
  }
  const outfile = join(workshop, name, 'dist', 'main.js');
  mkdirSync(dirname(outfile), { recursive: true });
  await build({
    entryPoints: [join(sources, 'main.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    tsconfig: join(server, 'tsconfig.build.json'),
    // The modules add their fields to the schema by being imported, whatever package.json says of side effects.
    ignoreAnnotations: true,
    logLevel: 'error',
    plugins: [
      {
        name: 'patches',
        setup(builder) {
          builder.onLoad({ filter: /\.ts$/ }, ({ path }) => {
            const contents = byFile.get(relative(sources, path));
            return contents === undefined ? undefined : { contents, loader: 'ts' };
          });
        },
      },
    ],
  });
  return outfile;
}
