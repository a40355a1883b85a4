import type { Deps } from '../../deps.js';
import type { Viewer } from '../../kernel/viewer.js';
import type { JsonObject, JsonValue } from '../../kernel/words.js';
import { type CustomerKey, ensureCustomer } from './access.js';
import { mergeAttributes, parseAttributes } from './input.js';

/** The attributes of a customer as they are now. */
export interface CustomerAttributes {
  readonly userId: string;
  readonly attributes: JsonObject;
}

/**
 * Sets attributes of a customer; those that are not named stay, null takes one away. Repeating it changes nothing. For staff and back-ends.
 * @throws ChatError FORBIDDEN, NOT_FOUND, INVALID_INPUT
 */
export async function setCustomerAttributes(
  deps: Deps,
  viewer: Viewer,
  input: CustomerKey & { readonly attributes: Readonly<Record<string, unknown>> },
): Promise<CustomerAttributes> {
  const operation = 'set customer attributes';
  const change = parseAttributes(operation, input.attributes);
  const now = deps.clock.now();
  return deps.db.transaction(async (tx) => {
    const { id: userId, siteId } = await ensureCustomer(deps, tx, { viewer, key: input, operation });
    const who = { updatedById: viewer.userId, updatedAt: now };
    await tx.prisma.customer.createMany({ data: [{ userId, siteId, ...who, createdAt: now }], skipDuplicates: true });
    await tx.raw('SELECT 1 FROM customer WHERE user_id = $1 FOR UPDATE', [userId]);
    const before = await tx.prisma.customer.findUniqueOrThrow({ where: { userId } });
    const attributes = mergeAttributes(operation, asObject(before.attributes), change);
    await tx.prisma.customer.update({ where: { userId }, data: { ...who, attributes } });
    return { userId, attributes };
  });
}

/** What is kept of a user as a customer: for modules that decide by it, such as routing. Empty where nothing is. One query. */
export async function readAttributes(deps: Pick<Deps, 'db'>, user: { readonly siteId: string; readonly userId: string }): Promise<JsonObject> {
  const row = await deps.db.prisma.customer.findFirst({ where: user });
  return asObject(row?.attributes);
}

function asObject(value: unknown): JsonObject {
  return isObject(value) ? value : {};
}

function isObject(value: unknown): value is { [key: string]: JsonValue } & JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
