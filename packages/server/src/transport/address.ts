import type { IncomingMessage } from 'node:http';

/**
 * The address of whoever calls. With `trustedProxies` proxies in front, each of which appends to `X-Forwarded-For`, it is the entry that
 * the outermost of them wrote; what stands before that entry was written by the caller and is not believed.
 */
export function addressOf(request: IncomingMessage, trustedProxies: number): string {
  const direct = request.socket.remoteAddress ?? 'unknown';
  if (trustedProxies === 0) return direct;
  const header = request.headers['x-forwarded-for'];
  const chain = (Array.isArray(header) ? header.join(',') : (header ?? '')).split(',').map((each) => each.trim());
  return chain.filter((each) => each !== '').at(-trustedProxies) ?? direct;
}
