import { defineConfig, type Options } from 'tsup';

type Plugin = NonNullable<Options['esbuildPlugins']>[number];

// `sideEffects: false` tells an application's bundler that it may drop what it does not use of the package. While the package
// itself is bundled the same line would drop the modules' schema files, which are imported for what they register.
const keepOwnImports: Plugin = {
  name: 'keep-own-imports',
  setup(build) {
    build.onResolve({ filter: /^\.\.?\// }, async ({ path, pluginData, ...from }) => {
      if (pluginData === keepOwnImports) return undefined;
      const found = await build.resolve(path, { ...from, pluginData: keepOwnImports });
      return found.errors.length > 0 ? { errors: found.errors } : { path: found.path, external: found.external, namespace: found.namespace, sideEffects: true };
    });
  },
};

export default defineConfig({
  entry: { index: 'src/index.ts', main: 'src/main.ts', telemetry: 'src/telemetry.ts', 'testing/index': 'src/testing/index.ts' },
  format: ['esm', 'cjs'],
  target: 'node20',
  platform: 'node',
  tsconfig: 'tsconfig.build.json',
  dts: { entry: { index: 'src/index.ts', telemetry: 'src/telemetry.ts', 'testing/index': 'src/testing/index.ts' } },
  shims: true,
  sourcemap: true,
  clean: true,
  splitting: true,
  esbuildPlugins: [keepOwnImports],
  silent: true,
  esbuildOptions(options) {
    // `sideEffects: false` holds for what is published. Inside, the modules add their fields to the schema by being imported.
    options.ignoreAnnotations = true;
  },
});
