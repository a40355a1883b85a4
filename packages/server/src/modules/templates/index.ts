export { renderShared, sharedShortcuts } from './shared.js';
