/** The version of this package's wire protocol. */
export const PROTOCOL_VERSION = 1;
