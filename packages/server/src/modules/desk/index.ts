export { TagRef } from './schema-types.js';
