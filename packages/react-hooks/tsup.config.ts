import { readFile, writeFile } from 'node:fs/promises';
import { defineConfig } from 'tsup';

const directive = '"use client";';

export default defineConfig({
  entry: { index: 'src/index.ts', operations: 'src/operations.ts', support: 'src/support/index.ts' },
  format: ['esm', 'cjs'],
  target: 'es2022',
  platform: 'neutral',
  tsconfig: 'tsconfig.build.json',
  dts: true,
  sourcemap: true,
  clean: true,
  splitting: true,
  // Rollup, which `treeshake` would run, drops the directive.
  treeshake: false,
  silent: true,
  banner: { js: directive },
  plugins: [
    {
      name: 'directive-first',
      // Splitting CommonJS puts its own lines before the banner, and a directive counts at the very top alone.
      async buildEnd({ writtenFiles }) {
        for (const { name } of writtenFiles.filter((file) => file.name.endsWith('.cjs'))) {
          await writeFile(name, directive + (await readFile(name, 'utf8')));
        }
      },
    },
  ],
});
