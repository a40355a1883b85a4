export { PROTOCOL_VERSION } from '@parley/sdk';
