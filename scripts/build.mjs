import { install } from './lib/install.mjs';
import { build } from './lib/build.mjs';

await install();
await build({ force: process.argv.includes('--force') });
