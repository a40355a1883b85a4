/** Addresses, without the class `URL`, which is incomplete on some platforms. */
import { ChatError } from './chat-error.js';

/** The address for requests. Throws INVALID_INPUT for what is no http address. */
export function httpUrl(url: string): string {
  const [, scheme, host, rest = ''] = /^(https?|wss?):\/\/([^/?#\s]+)(\S*)$/i.exec(url) ?? [];
  if (!scheme || !host) {
    throw new ChatError('INVALID_INPUT', `unable to create client; ${JSON.stringify(url)} is no http address`);
  }
  return `${/s$/i.test(scheme) && !/^ws$/i.test(scheme) ? 'https' : 'http'}://${host}${rest === '' || rest === '/' ? '/graphql' : rest}`;
}

/** The address of the socket: the same with ws. */
export function socketUrl(url: string): string {
  return url.replace(/^http/, 'ws');
}
