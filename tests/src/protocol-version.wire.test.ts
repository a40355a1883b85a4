import { PROTOCOL_VERSION as client } from '@parley/sdk';
import { PROTOCOL_VERSION as server } from '@parley/server';
import { expect, it } from 'vitest';

it('client and server speak the same protocol version', () => {
  expect(client).toBe(server);
});
