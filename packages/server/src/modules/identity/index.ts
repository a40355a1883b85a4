export { PersonRef, SiteRef, UserRef } from './schema-types.js';
export { DEFAULT_SETTINGS, parseSettings, type SiteSettings } from './site-settings.js';
