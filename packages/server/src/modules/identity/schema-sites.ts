import type { ApiKey, Site } from '../../db/generated/client.js';
import { builder } from '../../graphql/builder.js';
import { requireViewer } from '../../graphql/context.js';
import { describe } from '../../graphql/describe.js';
import { createApiKey, type IssuedApiKey, revokeApiKey } from './api-keys.js';
import { ApiKeyRef, SiteRef } from './schema-types.js';
import { createSite, rotateSiteSecret, type SiteWithSecret, updateSite } from './site-admin.js';

const clientIdText =
  'Made by the caller at random, 22 to 64 of A-Z a-z 0-9 _ . : -, such as a UUID. The same id with the same input answers with the same secret, at any later time, so keep it as safe as the secret.';

const CreateSiteInput = builder.inputType('CreateSiteInput', {
  description: 'A site to be made.',
  fields: (t) => ({
    clientId: t.string({ required: true, description: clientIdText }),
    name: t.string({ required: true, description: 'Name, 1 to 120 characters.' }),
    domain: t.string({ description: 'Main domain, for people to read.' }),
    allowedOrigins: t.stringList({ description: 'Origins whose pages may use the site, such as `https://example.com`; `*` for all. At most 50.' }),
  }),
});

const SiteSettingsInput = builder.inputType('SiteSettingsInput', {
  description: 'Settings to change. What is left out stays.',
  fields: (t) => ({
    welcomeMessage: t.string({ description: 'First message of a booking conversation, at most 1,000 characters; empty for none.' }),
    bookingOpenHours: t.int({ description: 'Hours that a conversation stays open after its booking was completed, 0 to 8,760.' }),
    maxMessageLength: t.int({ description: 'Longest message in Unicode code points, 1 to 10,000.' }),
    ratingQuestion: t.string({ description: 'Question to the customer once their case of support is resolved, at most 500 characters; empty for none.' }),
    widget: t.field({ type: 'JSON', description: 'Settings of the host’s own widget, kept as given.' }),
    ai: t.field({ type: 'JSON', description: 'Settings of automatic answers, kept as given.' }),
  }),
});

const UpdateSiteInput = builder.inputType('UpdateSiteInput', {
  description: 'Changes to the site. What is left out stays; null empties.',
  fields: (t) => ({
    name: t.string({ description: 'Name, 1 to 120 characters.' }),
    domain: t.string({ description: 'Main domain, for people to read.' }),
    allowedOrigins: t.stringList({ description: 'Origins whose pages may use the site; replaces the list.' }),
    settings: t.field({ type: SiteSettingsInput, description: 'Settings to change.' }),
    jwksUrl: t.string({ description: 'Where the host publishes its keys. Then only tokens signed with those are accepted. Needs `issuer`.' }),
    issuer: t.string({ description: 'The `iss` that the host’s tokens carry.' }),
    isActive: t.boolean({ description: 'False switches the site off: all sessions end, and only the operator can switch it on again.' }),
  }),
});

const RotateSiteSecretInput = builder.inputType('RotateSiteSecretInput', {
  description: 'How to rotate the secret.',
  fields: (t) => ({
    clientId: t.string({ required: true, description: clientIdText }),
    dropPrevious: t.boolean({ description: 'True ends the old secret at once; else it stays valid until the next rotation.' }),
  }),
});

const CreateApiKeyInput = builder.inputType('CreateApiKeyInput', {
  description: 'A key to be made.',
  fields: (t) => ({
    clientId: t.string({ required: true, description: clientIdText }),
    name: t.string({ required: true, description: 'What the key is for, 1 to 80 characters. At most two of one name can be alive.' }),
    expiresAt: t.field({ type: 'DateTime', description: 'When the key shall stop by itself.' }),
  }),
});

const RevokeApiKeyInput = builder.inputType('RevokeApiKeyInput', {
  description: 'A key to be revoked.',
  fields: (t) => ({ apiKeyId: t.id({ required: true, description: 'The id of the key.' }) }),
});

const CreateSitePayload = builder.objectRef<SiteWithSecret>('CreateSitePayload').implement({
  description: 'A new site.',
  fields: (t) => ({
    site: t.field({ type: SiteRef, description: 'The site.', resolve: (payload) => payload.site }),
    secret: t.exposeString('secret', { description: 'Secret to sign user tokens with. It is shown again only to a repeated call.' }),
  }),
});

const RotateSiteSecretPayload = builder.objectRef<SiteWithSecret>('RotateSiteSecretPayload').implement({
  description: 'A site with a new secret.',
  fields: (t) => ({
    site: t.field({ type: SiteRef, description: 'The site.', resolve: (payload) => payload.site }),
    secret: t.exposeString('secret', { description: 'The new secret. It is shown again only to a repeated call.' }),
  }),
});

const UpdateSitePayload = builder.objectRef<{ readonly site: Site }>('UpdateSitePayload').implement({
  description: 'The site as it is now.',
  fields: (t) => ({ site: t.field({ type: SiteRef, description: 'The site.', resolve: (payload) => payload.site }) }),
});

const CreateApiKeyPayload = builder.objectRef<IssuedApiKey>('CreateApiKeyPayload').implement({
  description: 'A new key.',
  fields: (t) => ({
    apiKey: t.field({ type: ApiKeyRef, description: 'The key.', resolve: (payload) => payload.apiKey }),
    secret: t.exposeString('secret', { description: 'The credential itself (`sk_…`). It is shown again only to a repeated call.' }),
  }),
});

const RevokeApiKeyPayload = builder.objectRef<{ readonly apiKey: ApiKey }>('RevokeApiKeyPayload').implement({
  description: 'A key that is no longer accepted.',
  fields: (t) => ({ apiKey: t.field({ type: ApiKeyRef, description: 'The key.', resolve: (payload) => payload.apiKey }) }),
});

builder.mutationFields((t) => ({
  createSite: t.field({
    type: CreateSitePayload,
    description: describe('Makes a site of its own, separate from this one. For admins and back-ends. Safe to repeat with the same `clientId`, for ever.', [
      'FORBIDDEN',
      'IDEMPOTENCY_CONFLICT',
    ]),
    args: { input: t.arg({ type: CreateSiteInput, required: true, description: 'The site.' }) },
    resolve: (_root, { input }, context) => createSite(context.deps, requireViewer(context), input),
  }),
  updateSite: t.field({
    type: UpdateSitePayload,
    description: describe('Changes the site and its settings. For admins and back-ends.', ['FORBIDDEN']),
    args: { input: t.arg({ type: UpdateSiteInput, required: true, description: 'What to change.' }) },
    resolve: async (_root, { input }, context) => ({ site: await updateSite(context.deps, requireViewer(context), input) }),
  }),
  rotateSiteSecret: t.field({
    type: RotateSiteSecretPayload,
    description: describe('Gives the site a new secret. For admins and back-ends. Safe to repeat with the same `clientId`, for ever.', [
      'FORBIDDEN',
      'IDEMPOTENCY_CONFLICT',
    ]),
    args: { input: t.arg({ type: RotateSiteSecretInput, required: true, description: 'How.' }) },
    resolve: (_root, { input }, context) => rotateSiteSecret(context.deps, requireViewer(context), input),
  }),
  createApiKey: t.field({
    type: CreateApiKeyPayload,
    description: describe('Makes a key for back-end calls. For admins and back-ends. Safe to repeat with the same `clientId`, for ever.', [
      'FORBIDDEN',
      'IDEMPOTENCY_CONFLICT',
      'LIMIT_EXCEEDED',
    ]),
    args: { input: t.arg({ type: CreateApiKeyInput, required: true, description: 'The key.' }) },
    resolve: (_root, { input }, context) => createApiKey(context.deps, requireViewer(context), input),
  }),
  revokeApiKey: t.field({
    type: RevokeApiKeyPayload,
    description: describe('Revokes a key at once. For admins and back-ends.', ['FORBIDDEN', 'NOT_FOUND']),
    args: { input: t.arg({ type: RevokeApiKeyInput, required: true, description: 'Which.' }) },
    resolve: async (_root, { input }, context) => ({ apiKey: await revokeApiKey(context.deps, requireViewer(context), input) }),
  }),
}));
