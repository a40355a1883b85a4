export { NoticeRef } from './schema-types.js';
export { findNotice, listNotices, markNoticesRead, type NoticePage } from './service.js';
