export { claimGuest } from './service.js';
