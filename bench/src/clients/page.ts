/** Reads over HTTP of the load generator: one pool of kept connections, and bodies that are counted and not read. */
import { Agent, request } from 'node:http';

const agent = new Agent({ keepAlive: true, maxSockets: 256 });

/** What to ask for. */
export interface PageRequest {
  readonly url: string;
  readonly credential: string;
  /** A GraphQL body for a POST; left out, a GET. */
  readonly body?: string;
}

/** Asks, and resolves with the bytes of the answer's body. Rejects when the status is not 200. */
export function readPage({ url, credential, body }: PageRequest): Promise<number> {
  return new Promise((resolve, reject) => {
    const headers = { authorization: `Bearer ${credential}`, ...(body === undefined ? {} : { 'content-type': 'application/json' }) };
    const asked = request(url, { method: body === undefined ? 'GET' : 'POST', agent, headers }, (response) => {
      let bytes = 0;
      response.on('data', (chunk: Buffer) => (bytes += chunk.length));
      response.on('error', reject);
      response.on('end', () => (response.statusCode === 200 ? resolve(bytes) : reject(new Error(`a page was answered with ${response.statusCode}`))));
    });
    asked.on('error', reject);
    asked.end(body);
  });
}
