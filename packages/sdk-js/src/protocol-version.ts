/** The version of the wire protocol this client speaks. */
export const PROTOCOL_VERSION = 1;
