export { isUndecided, mayAskSupport, mayDecide } from './policy.js';
