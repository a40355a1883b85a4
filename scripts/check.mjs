import { install } from './lib/install.mjs';
import { say } from './lib/run.mjs';

await install();
say('no checks yet');
