export { isUndecided, mayAskSupport, mayDecide } from './policy.js';
export { liveOrigins } from './store.js';
