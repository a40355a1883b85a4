export { listBookings } from './access.js';
export { BookingConnection, BookingRef } from './schema-types.js';
