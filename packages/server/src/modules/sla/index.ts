export { startSla, stopSla } from './node.js';
