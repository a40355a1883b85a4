import { defineConfig } from 'tsup';

export default defineConfig({
  entry: { index: 'src/index.ts', main: 'src/main.ts', 'testing/index': 'src/testing/index.ts' },
  format: ['esm', 'cjs'],
  target: 'node20',
  platform: 'node',
  tsconfig: 'tsconfig.build.json',
  dts: { entry: { index: 'src/index.ts', 'testing/index': 'src/testing/index.ts' } },
  shims: true,
  sourcemap: true,
  clean: true,
  splitting: true,
  treeshake: true,
  silent: true,
  esbuildOptions(options) {
    // `sideEffects: false` holds for what is published. Inside, the modules add their fields to the schema by being imported.
    options.ignoreAnnotations = true;
  },
});
