export { addBusinessTime, ALWAYS_OPEN, businessTimeBetween, type Calendar, isOpenAt, nextClosing, nextOpening } from './calendar.js';
export { readBusinessHours, scheduleKeys, type SiteCalendars, siteCalendars } from './service.js';
