export { BookingRef } from './schema.js';
export { syncBooking, type SyncResult } from './sync.js';
export { openBookingConversation } from './open.js';
