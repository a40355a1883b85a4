/** The public door of the server: make one, read its settings from the environment, start it. */
export { type Config, ConfigError, DEFAULT_CONFIG, type Environment, type Limits, type LogLevel, type Rate, type Rates, readConfig } from './config.js';
export { StartupError } from './db/index.js';
export { type ChatServer, type ChatServerOptions, createChatServer } from './server.js';

/** The version of this package's wire protocol. */
export const PROTOCOL_VERSION = 1;
