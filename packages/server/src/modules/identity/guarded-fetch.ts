import { lookup as resolveName } from 'node:dns/promises';
import { Agent as HttpAgent, request as httpRequest } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import { BlockList, isIP, type LookupFunction } from 'node:net';
import { ChatError } from '../../kernel/errors.js';

const MAX_BYTES = 256 * 1024;

/** How a guarded fetch behaves. */
export interface GuardedOptions {
  readonly signal: AbortSignal;
  /** Whether loopback and private addresses may be reached, and by plain http: for development alone. */
  readonly isPrivateAllowed: boolean;
}

/**
 * Gets a URL that a customer supplied, so that it cannot be turned against the server's own network: https only, every resolved
 * address checked in the connection that is used, no redirects, no shared keep-alive agent, 256 KiB at most.
 * @throws ChatError FORBIDDEN for an address that is refused, UNAVAILABLE when there is no answer.
 */
export async function fetchGuarded(address: string, options: GuardedOptions): Promise<Response> {
  const url = new URL(address);
  const isHttps = url.protocol === 'https:';
  if (!isHttps && !options.isPrivateAllowed) throw refusedAddress('it is not https');
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (!options.isPrivateAllowed && isIP(host) !== 0 && isPrivate(host)) throw refusedAddress('it is private');
  // An agent of its own: a kept connection would not be resolved, and so not be checked, again.
  const agent = isHttps ? new HttpsAgent({ keepAlive: false }) : new HttpAgent({ keepAlive: false });
  try {
    return await get(url, { ...options, agent, request: isHttps ? httpsRequest : httpRequest });
  } finally {
    agent.destroy();
  }
}

interface GetOptions extends GuardedOptions {
  readonly agent: HttpAgent | HttpsAgent;
  readonly request: typeof httpRequest;
}

function get(url: URL, options: GetOptions): Promise<Response> {
  return new Promise((resolve, reject) => {
    const fail = (error: unknown) =>
      reject(error instanceof ChatError ? error : new ChatError('UNAVAILABLE', 'unable to fetch keys; there is no answer', { cause: error }));
    const request = options.request(
      url,
      { agent: options.agent, signal: options.signal, lookup: guardedLookup(options.isPrivateAllowed), headers: { accept: 'application/json' } },
      (response) => {
        const chunks: Buffer[] = [];
        let size = 0;
        response.on('data', (chunk: Buffer) => {
          size += chunk.length;
          if (size > MAX_BYTES) request.destroy(new Error('the answer is too large'));
          else chunks.push(chunk);
        });
        response.on('error', fail);
        response.on('end', () => {
          const status = response.statusCode ?? 502;
          // A redirect could lead anywhere, so it is no answer.
          resolve(new Response(status === 204 ? null : Buffer.concat(chunks), { status: status < 200 ? 502 : status }));
        });
      },
    );
    request.on('error', fail);
    request.end();
  });
}

function guardedLookup(isPrivateAllowed: boolean): LookupFunction {
  return (hostname, options, callback) => {
    resolveName(hostname, { all: true }).then(
      (addresses) => {
        const first = addresses[0];
        if (!first) return callback(new Error('the name does not resolve'), '', 0);
        if (!isPrivateAllowed && addresses.some((each) => isPrivate(each.address))) {
          return callback(Object.assign(refusedAddress('it is private')), '', 0);
        }
        return options.all ? callback(null, addresses) : callback(null, first.address, first.family);
      },
      (error: NodeJS.ErrnoException) => callback(error, '', 0),
    );
  };
}

const PRIVATE = new BlockList();
for (const [network, prefix] of [
  ['0.0.0.0', 8], ['10.0.0.0', 8], ['100.64.0.0', 10], ['127.0.0.0', 8], ['169.254.0.0', 16], ['172.16.0.0', 12], ['192.0.0.0', 24],
  ['192.168.0.0', 16], ['198.18.0.0', 15], ['224.0.0.0', 4], ['240.0.0.0', 4],
] as const) PRIVATE.addSubnet(network, prefix, 'ipv4');
for (const [network, prefix] of [['::', 128], ['::1', 128], ['fc00::', 7], ['fe80::', 10], ['ff00::', 8], ['64:ff9b::', 96]] as const) {
  PRIVATE.addSubnet(network, prefix, 'ipv6');
}

/** Whether an IP address is loopback, private, link-local, multicast or otherwise not of the public network. */
export function isPrivate(address: string): boolean {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped) return isPrivate(mapped);
  const family = isIP(address);
  if (family === 0) return true;
  return PRIVATE.check(address, family === 4 ? 'ipv4' : 'ipv6');
}

function refusedAddress(reason: string): ChatError {
  return new ChatError('FORBIDDEN', `unable to fetch keys; the address is refused because ${reason}`);
}
