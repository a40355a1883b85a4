import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Extractor, ExtractorConfig } from '@microsoft/api-extractor';
import { root } from '../lib/run.mjs';

const entries = [
  { folder: 'packages/sdk-js', entry: 'dist/index.d.ts', report: 'sdk.api.md' },
  { folder: 'packages/sdk-js', entry: 'dist/support.d.ts', report: 'sdk-support.api.md' },
  { folder: 'packages/react-hooks', entry: 'dist/index.d.ts', report: 'react.api.md' },
  { folder: 'packages/react-hooks', entry: 'dist/support.d.ts', report: 'react-support.api.md' },
  { folder: 'packages/server', entry: 'dist/index.d.ts', report: 'server.api.md' },
  { folder: 'packages/server', entry: 'dist/testing/index.d.ts', report: 'server-testing.api.md' },
  { folder: 'packages/server', entry: 'dist/telemetry.d.ts', report: 'server-telemetry.api.md' },
];

function extract({ folder, entry, report }) {
  const packageFolder = join(root, folder);
  const temp = join(root, 'node_modules/.cache/parley/api');
  mkdirSync(temp, { recursive: true });
  const config = ExtractorConfig.prepare({
    configObjectFullPath: undefined,
    packageJsonFullPath: join(packageFolder, 'package.json'),
    configObject: {
      projectFolder: packageFolder,
      mainEntryPointFilePath: join(packageFolder, entry),
      compiler: { tsconfigFilePath: join(packageFolder, 'tsconfig.build.json'), skipLibCheck: true },
      apiReport: { enabled: true, reportFileName: report, reportFolder: temp, reportTempFolder: temp },
      docModel: { enabled: false },
      dtsRollup: { enabled: false },
      newlineKind: 'lf',
      messages: {
        compilerMessageReporting: { default: { logLevel: 'none' } },
        extractorMessageReporting: { default: { logLevel: 'none' } },
        tsdocMessageReporting: { default: { logLevel: 'none' } },
      },
    },
  });
  Extractor.invoke(config, { localBuild: true, messageCallback: (message) => (message.handled = true) });
  return readFileSync(join(temp, report), 'utf8');
}

/** The public API of each package, as text that is committed: a change of it is a change that somebody sees. */
export const apiReports = {
  key: 'api',
  needsBuild: true,
  name: 'API reports',
  remedy: 'run `npm run check -- api --update`, read the difference as a user of the package would, and commit it',
  async run({ update }) {
    const problems = [];
    for (const item of entries) {
      const fresh = extract(item);
      const file = join(root, item.folder, 'etc', item.report);
      const committed = existsSync(file) ? readFileSync(file, 'utf8') : '';
      if (fresh === committed) continue;
      if (update) {
        mkdirSync(join(file, '..'), { recursive: true });
        writeFileSync(file, fresh);
        continue;
      }
      const known = new Set(committed.split('\n'));
      const changed = fresh.split('\n').filter((line) => line.startsWith('export') && !known.has(line));
      problems.push([`${item.folder}/etc/${item.report} ${committed ? 'differs' : 'does not exist'}`, ...changed.slice(0, 5)].join('\n  '));
    }
    return problems;
  },
};
