export { NoticeRef } from './schema-types.js';
