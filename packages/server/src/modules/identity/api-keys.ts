import type { ApiKey } from '../../db/generated/client.js';
import type { Tx } from '../../db/contract.js';
import type { Deps } from '../../deps.js';
import { ChatError, invalidInput, notFound } from '../../kernel/errors.js';
import { newId, randomToken } from '../../kernel/ids.js';
import { parseText } from '../../kernel/input.js';
import type { Viewer } from '../../kernel/viewer.js';
import { hashOf } from './authenticate.js';
import { announceChange } from './memory.js';
import { makeOnce } from './once.js';
import { requireAdmin } from './users.js';

const OPERATION = 'create API key';
const ALIVE_PER_NAME = 2;
const PREFIX_LENGTH = 10;

/** A key to be made. */
export interface NewApiKey {
  readonly name: string;
  readonly expiresAt?: Date | null;
}

/** A key with its secret, which is never to be had again. */
export interface IssuedApiKey {
  readonly apiKey: ApiKey;
  readonly secret: string;
}

/**
 * Makes an API key. Two of one name can be alive at once, so that one can take over from the other. The same `clientId` with the same
 * input answers with the same key and secret, at any later time, also when the key is revoked by then.
 * @throws ChatError FORBIDDEN, INVALID_INPUT, IDEMPOTENCY_CONFLICT, LIMIT_EXCEEDED
 */
export async function createApiKey(deps: Deps, viewer: Viewer, input: NewApiKey & { readonly clientId: string }): Promise<IssuedApiKey> {
  requireAdmin(viewer, OPERATION);
  const { id, secret } = await makeOnce(deps, viewer, {
    operation: OPERATION,
    clientId: input.clientId,
    input: [input.name, input.expiresAt ?? null],
    make: async (tx) => {
      const issued = await insertApiKey(deps, tx, { ...input, siteId: viewer.siteId, createdById: viewer.userId });
      return { id: issued.apiKey.id, secret: issued.secret };
    },
  });
  const apiKey = await deps.db.prisma.apiKey.findFirstOrThrow({ where: { id, siteId: viewer.siteId } });
  return { apiKey, secret };
}

/**
 * {@link createApiKey} without a viewer, for the command line and for seeding, which may bring their own `secret` (`sk_…`). With a secret
 * that is stored already, answers with its key.
 */
export async function issueApiKey(deps: Deps, input: IssueApiKey): Promise<IssuedApiKey> {
  return deps.db.transaction((tx) => insertApiKey(deps, tx, input));
}

interface IssueApiKey extends NewApiKey {
  readonly siteId: string;
  readonly createdById?: string | null;
  readonly secret?: string;
}

async function insertApiKey(deps: Deps, tx: Tx, input: IssueApiKey): Promise<IssuedApiKey> {
  const name = parseText({ operation: OPERATION, field: 'name' }, input.name, { min: 1, max: 80 });
  const now = deps.clock.now();
  if (input.expiresAt && input.expiresAt <= now) throw invalidInput(OPERATION, 'expiresAt', 'is in the past');
  const secret = input.secret ?? `sk_${randomToken(32)}`;
  const hash = hashOf(secret);
  // Two calls at once must not both count one key, so they queue at the site's row.
  await tx.raw('SELECT id FROM site WHERE id = $1 FOR UPDATE', [input.siteId]);
  const same = await tx.prisma.apiKey.findUnique({ where: { hash } });
  if (same) return { apiKey: same, secret };
  const alive = await tx.prisma.apiKey.count({
    where: { siteId: input.siteId, name, revokedAt: null, OR: [{ expiresAt: null }, { expiresAt: { gt: now } }] },
  });
  if (alive >= ALIVE_PER_NAME) {
    throw new ChatError('LIMIT_EXCEEDED', `unable to create API key; ${ALIVE_PER_NAME} keys of this name are alive, revoke one first`, {
      details: { limit: ALIVE_PER_NAME },
    });
  }
  const apiKey = await tx.prisma.apiKey.create({
    data: {
      id: newId('apiKey'),
      siteId: input.siteId,
      name,
      prefix: secret.slice(0, PREFIX_LENGTH),
      hash,
      createdById: input.createdById ?? null,
      expiresAt: input.expiresAt ?? null,
      createdAt: now,
    },
  });
  return { apiKey, secret };
}

/**
 * Revokes a key of the viewer's site at once, on all nodes. Revoking again changes nothing.
 * @throws ChatError FORBIDDEN, NOT_FOUND
 */
export async function revokeApiKey(deps: Deps, viewer: Viewer, input: { readonly apiKeyId: string }): Promise<ApiKey> {
  requireAdmin(viewer, 'revoke API key');
  const key = await deps.db.prisma.apiKey.findFirst({ where: { id: input.apiKeyId, siteId: viewer.siteId } });
  if (!key) throw notFound('revoke API key', 'API key');
  if (key.revokedAt) return key;
  const revoked = await deps.db.prisma.apiKey.update({ where: { id: key.id }, data: { revokedAt: deps.clock.now() } });
  announceChange(deps, { siteId: key.siteId, apiKeyId: key.id, endsSessions: true });
  return revoked;
}

/** All keys of the viewer's site, newest first, revoked ones too. For admins. */
export async function listApiKeys(deps: Deps, viewer: Viewer): Promise<ApiKey[]> {
  requireAdmin(viewer, 'list API keys');
  return deps.db.prisma.apiKey.findMany({
    where: { siteId: viewer.siteId },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: 200,
  });
}
