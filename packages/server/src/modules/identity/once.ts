import { createCipheriv, createDecipheriv, createHash, scrypt } from 'node:crypto';
import type { Tx } from '../../db/contract.js';
import type { Deps } from '../../deps.js';
import { ChatError, invalidInput } from '../../kernel/errors.js';
import { randomToken } from '../../kernel/ids.js';
import type { Viewer } from '../../kernel/viewer.js';

const CLIENT_ID = /^[A-Za-z0-9_.:-]{22,64}$/;
const LEAST_DISTINCT = 6;
const CIPHER = 'aes-256-gcm';
const IV_BYTES = 12;
const TAG_BYTES = 16;

/** What a mutation made: the id of the row, and its secret, which is stored nowhere else in a form that could be shown. */
export interface MadeSecret {
  readonly id: string;
  readonly secret: string;
}

/** A call that makes a secret. */
export interface SecretCall {
  /** Verb and noun, such as `create API key`: for errors, and so that each operation has ids of its own. */
  readonly operation: string;
  /** Made by the caller at random, 22 to 64 characters, such as a UUID. */
  readonly clientId: string;
  /** What was asked for, without what depends on the time of asking: another input under the same id is a conflict. */
  readonly input: readonly unknown[];
  /** Makes it. Runs at most once for a caller, operation and id, whose calls queue at the viewer's site. */
  make(tx: Tx): Promise<MadeSecret>;
}

/**
 * Makes a secret once for each caller, operation and `clientId`: a repeated call answers with what the first one made, at any later time.
 * The answer is kept sealed under a key that comes from the `clientId` alone, which is not kept, so the database by itself opens nothing.
 * @throws ChatError INVALID_INPUT for an id that could be guessed, IDEMPOTENCY_CONFLICT when the id came with another input before, and
 *   whatever `make` throws, which leaves no trace.
 */
export async function makeOnce(deps: Deps, viewer: Viewer, call: SecretCall): Promise<MadeSecret> {
  const { lookup, key } = await keysOf(viewer, call);
  const input = createHash('sha256').update(JSON.stringify(call.input)).digest('base64url');
  return deps.db.transaction(async (tx) => {
    // Equal calls at once queue here, so that the second finds the answer of the first.
    await tx.raw('SELECT id FROM site WHERE id = $1 FOR UPDATE', [viewer.siteId]);
    const earlier = await tx.prisma.sealedAnswer.findUnique({ where: { lookup } });
    if (earlier) {
      const [inputThen, id = '', secret = ''] = open(key, { lookup, sealed: earlier.sealed }).split(' ');
      if (inputThen !== input) {
        throw new ChatError('IDEMPOTENCY_CONFLICT', `unable to ${call.operation}; this client id was used before with other input`);
      }
      return { id, secret };
    }
    const made = await call.make(tx);
    const sealed = seal(key, { lookup, text: [input, made.id, made.secret].join(' ') });
    await tx.prisma.sealedAnswer.create({ data: { lookup, siteId: viewer.siteId, sealed, createdAt: deps.clock.now() } });
    return made;
  });
}

/** Where the answer stands and what opens it. The derivation is slow, so that an id with less chance in it than asked for is still dear to guess. */
async function keysOf(viewer: Viewer, call: SecretCall): Promise<{ readonly lookup: string; readonly key: Buffer }> {
  const { clientId, operation } = call;
  if (!CLIENT_ID.test(clientId)) throw invalidInput(operation, 'clientId', 'is not 22 to 64 characters of A-Z a-z 0-9 _ . : -, such as a UUID');
  if (new Set(clientId).size < LEAST_DISTINCT) throw invalidInput(operation, 'clientId', 'is not random');
  const salt = JSON.stringify(['parley sealed answer', viewer.siteId, viewer.userId, operation]);
  const bytes = await new Promise<Buffer>((resolve, reject) => {
    scrypt(clientId, salt, 64, (error, derived) => (error ? reject(error) : resolve(derived)));
  });
  return { lookup: bytes.subarray(0, 32).toString('base64url'), key: bytes.subarray(32) };
}

function seal(key: Buffer, { lookup, text }: { readonly lookup: string; readonly text: string }): string {
  const iv = Buffer.from(randomToken(IV_BYTES), 'base64url');
  const cipher = createCipheriv(CIPHER, key, iv).setAAD(Buffer.from(lookup));
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64url');
}

function open(key: Buffer, { lookup, sealed }: { readonly lookup: string; readonly sealed: string }): string {
  const bytes = Buffer.from(sealed, 'base64url');
  const decipher = createDecipheriv(CIPHER, key, bytes.subarray(0, IV_BYTES)).setAAD(Buffer.from(lookup));
  decipher.setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
  return Buffer.concat([decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES)), decipher.final()]).toString('utf8');
}
