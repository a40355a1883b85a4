import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import { expect, it } from 'vitest';
import { addressOf } from './address.js';

function request(forwarded?: string): IncomingMessage {
  const made = new IncomingMessage(new Socket());
  Object.defineProperty(made.socket, 'remoteAddress', { value: '10.0.0.9' });
  if (forwarded !== undefined) made.headers['x-forwarded-for'] = forwarded;
  return made;
}

it.each([
  ['nobody is believed by default', '6.6.6.6', 0, '10.0.0.9'],
  ['one proxy wrote the last entry', '6.6.6.6, 1.2.3.4', 1, '1.2.3.4'],
  ['two proxies wrote the last two', '6.6.6.6, 1.2.3.4, 10.0.0.1', 2, '1.2.3.4'],
  ['a caller who came past the proxies', '6.6.6.6', 2, '10.0.0.9'],
  ['no header', undefined, 1, '10.0.0.9'],
])('R178: %s', (_name, forwarded, proxies, address) => {
  expect(addressOf(request(forwarded), proxies)).toBe(address);
});
