import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './run.mjs';

/** Bundles the bench into bench/dist: the harness, the load generator and each contender that is a program of its own. */
export async function buildBench() {
  // Not at the top: this file is read before anything is installed.
  const { build } = await import('esbuild');
  const source = join(root, 'bench/src');
  const programs = readdirSync(join(source, 'contenders'), { withFileTypes: true })
    .filter((each) => each.isDirectory() && existsSync(join(source, 'contenders', each.name, 'main.ts')))
    .map((each) => join(source, 'contenders', each.name, 'main.ts'));
  await build({
    entryPoints: [join(source, 'main.ts'), join(source, 'load/main.ts'), ...programs],
    outbase: source,
    outdir: join(root, 'bench/dist'),
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    sourcemap: true,
    packages: 'external',
    // It finds its own files beside itself.
    external: ['*/scripts/lib/services.mjs'],
    logLevel: 'warning',
  });
}

/** Bundles the pages that the bench opens in a browser, from the packages as they are built. */
export async function buildPages() {
  const { build } = await import('esbuild');
  const pages = join(root, 'bench/src/pages');
  await build({
    entryPoints: [join(pages, 'floor.tsx'), join(pages, 'parley.tsx')],
    outdir: join(root, 'bench/dist/pages'),
    bundle: true,
    minify: true,
    platform: 'browser',
    target: 'es2022',
    format: 'iife',
    define: { 'process.env.NODE_ENV': '"production"' },
    // In place of the file, whose paths lead to the sources.
    tsconfigRaw: { compilerOptions: { jsx: 'react-jsx' } },
    logLevel: 'warning',
  });
}
