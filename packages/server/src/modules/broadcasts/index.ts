export { type BroadcastChange, type BroadcastListener, catchUpBroadcasts, type ChangedBroadcast, followBroadcasts } from './board.js';
export { type BroadcastWatch, startBroadcasts } from './publisher.js';
export { type BroadcastListing, readListing } from './reading.js';
export { BroadcastRef } from './schema-types.js';
export { broadcastReadSeqSql, broadcastsForJson } from './store.js';
