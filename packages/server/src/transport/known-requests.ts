/**
 * Requests as the SDK makes them, a POST of JSON that names a known document by its hash, are read and answered here, without the
 * cost of a Request and a Response of the Fetch API. Whatever is unusual about a request or its result is left to Yoga: then what was
 * read and executed here already is handed on.
 */
import type { ExecutionResult } from 'graphql';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Request as OperationRequest } from './engine.js';
import type { ResultStream } from './feed-stream.js';

type Answer = ExecutionResult | ResultStream;

/** Accept headers and the content type that Yoga answers them with. */
const CONTENT_TYPES: ReadonlyMap<string, string> = new Map([
  ['', 'application/json; charset=utf-8'],
  ['*/*', 'application/json; charset=utf-8'],
  ['application/graphql-response+json, application/json', 'application/graphql-response+json; charset=utf-8'],
  ['application/graphql-response+json', 'application/graphql-response+json; charset=utf-8'],
  ['application/json', 'application/json; charset=utf-8'],
]);

const answers = new WeakMap<IncomingMessage, Answer>();

/** Whether a request may be read here: POST, JSON as it is, of a known and modest length, with an accept header that leaves no choice. */
export function isPlain(request: IncomingMessage, maxBytes: number): boolean {
  const { headers } = request;
  const length = Number(headers['content-length']);
  return (
    request.method === 'POST' &&
    headers['content-type'] === 'application/json' &&
    headers['content-encoding'] === undefined &&
    CONTENT_TYPES.has(headers.accept ?? '') &&
    length > 0 &&
    length <= maxBytes
  );
}

/** Reads a plain request; null when it names no document by hash alone. Its body is then kept for Yoga. A client may leave meanwhile. */
export async function readKnown(request: IncomingMessage): Promise<OperationRequest | null | 'aborted'> {
  const text = await readText(request);
  if (text === null) return 'aborted';
  const known = parseKnown(text);
  // Where Yoga looks for a body that somebody has read before it.
  if (!known) Object.assign(request, { body: text });
  return known;
}

/** Writes a result that is data alone; anything else is kept for Yoga, and the answer is false. */
export function answerPlainly({ req, res }: { readonly req: IncomingMessage; readonly res: ServerResponse }, answer: Answer): boolean {
  const contentType = CONTENT_TYPES.get(req.headers.accept ?? '');
  if (contentType === undefined || !('data' in answer) || answer.errors) {
    answers.set(req, answer);
    Object.assign(req, { body: STAND_IN });
    return false;
  }
  const body = Buffer.from(JSON.stringify(answer));
  res.writeHead(200, { 'content-type': contentType, 'content-length': body.length }).end(body);
  return true;
}

/** The result of a request that was executed here. */
export function answeredOf(request: IncomingMessage): Answer | undefined {
  return answers.get(request);
}

/** A document for Yoga to read; it is not executed. */
const STAND_IN = '{"query":"#"}';

function readText(request: IncomingMessage): Promise<string | null> {
  return new Promise((resolve) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.once('end', () => resolve(Buffer.concat(parts).toString()));
    request.once('close', () => resolve(null));
  });
}

function parseKnown(text: string): OperationRequest | null {
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    return null;
  }
  return isKnown(body) ? body : null;
}

function isKnown(body: unknown): body is OperationRequest {
  if (!isObject(body) || body['query'] || !isObject(body['extensions']) || !isObject(body['extensions']['persistedQuery'])) return false;
  const { operationName, variables } = body;
  return (operationName == null || typeof operationName === 'string') && (variables == null || isObject(variables));
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
