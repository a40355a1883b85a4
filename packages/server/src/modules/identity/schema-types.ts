import { builder, nodeInterface } from '../../graphql/builder.js';
import { RoleEnum } from '../../graphql/enums.js';
import type { PersonView } from '../../kernel/views.js';
import { parseSettings, type SiteSettings } from './site-settings.js';
import { maySeePrivate } from './policy.js';

/** A person as others see them. */
export const PersonRef = builder.objectRef<PersonView>('Person').implement({
  description: 'A person as the others in a conversation see them.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'The id of the user.' }),
    displayName: t.exposeString('displayName', { description: 'Name to show.' }),
    role: t.expose('role', { type: RoleEnum, description: 'What the person is on the site.' }),
    avatarUrl: t.exposeString('avatarUrl', { nullable: true, description: 'Address of a picture, if there is one.' }),
    isGuest: t.exposeBoolean('isGuest', { description: 'True for an anonymous visitor.' }),
  }),
});

/** A site's settings, with defaults filled in. */
export const SiteSettingsRef = builder.objectRef<SiteSettings>('SiteSettings').implement({
  description: 'Settings of a site, defaults filled in.',
  fields: (t) => ({
    welcomeMessage: t.exposeString('welcomeMessage', { description: 'First message of a booking conversation; empty for none.' }),
    bookingOpenHours: t.exposeInt('bookingOpenHours', {
      description: 'Hours that a conversation stays open after its booking was completed.',
    }),
    maxMessageLength: t.exposeInt('maxMessageLength', { description: 'Longest message, in Unicode code points.' }),
    ratingQuestion: t.exposeString('ratingQuestion', { description: 'Question to the customer once their case of support is resolved; empty for none.' }),
    widget: t.expose('widget', { type: 'JSON', description: 'Settings of the host’s own widget, kept as given.' }),
    ai: t.expose('ai', { type: 'JSON', description: 'Settings of automatic answers, kept as given.' }),
  }),
});

/** A tenant. */
export const SiteRef = builder.prismaObject('Site', {
  description: 'A tenant: one product that embeds the chat. Its data is separate from every other site’s.',
  interfaces: [nodeInterface],
  fields: (t) => ({
    id: t.exposeID('id', { description: 'The id of the site.' }),
    name: t.exposeString('name', { description: 'Name of the site.' }),
    domain: t.exposeString('domain', { nullable: true, description: 'Main domain of the site, for people to read.' }),
    publicKey: t.exposeString('publicKey', { description: 'Public key (`pk_…`): names the site in tokens and in widgets. No secret.' }),
    allowedOrigins: t.exposeStringList('allowedOrigins', { description: 'Origins whose pages may use this site from a browser.' }),
    settings: t.field({ type: SiteSettingsRef, description: 'Settings of the site.', resolve: (site) => parseSettings(site.settings) }),
    isActive: t.exposeBoolean('isActive', { description: 'False when the site is switched off: then nobody can use it.' }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When the site was made.' }),
    updatedAt: t.expose('updatedAt', { type: 'DateTime', description: 'When the site was last changed.' }),
  }),
});

/** A user of a site. */
export const UserRef = builder.prismaObject('User', {
  description: 'A user of a site. `externalId`, `email`, `phone` and `profile` are null for all but the user and the staff.',
  interfaces: [nodeInterface],
  fields: (t) => ({
    id: t.exposeID('id', { description: 'The id of the user.' }),
    externalId: t.field({
      type: 'String',
      nullable: true,
      description: 'The host’s own id of the user. Only the user and staff see it.',
      resolve: (user, _args, context) => (maySeePrivate(context.viewer, user.id) ? user.externalId : null),
    }),
    role: t.expose('role', { type: RoleEnum, description: 'What the user is on the site.' }),
    isGuest: t.exposeBoolean('isGuest', { description: 'True for an anonymous visitor.' }),
    displayName: t.exposeString('displayName', { description: 'Name to show.' }),
    avatarUrl: t.exposeString('avatarUrl', { nullable: true, description: 'Address of a picture, if there is one.' }),
    isActive: t.exposeBoolean('isActive', { description: 'False once the user was deactivated: they can no longer sign in.' }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When the user was first seen.' }),
    email: t.field({
      type: 'String',
      nullable: true,
      description: 'E-mail address. Only the user and staff see it.',
      resolve: (user, _args, context) => (maySeePrivate(context.viewer, user.id) ? user.email : null),
    }),
    phone: t.field({
      type: 'String',
      nullable: true,
      description: 'Telephone number. Only the user and staff see it.',
      resolve: (user, _args, context) => (maySeePrivate(context.viewer, user.id) ? user.phone : null),
    }),
    profile: t.field({
      type: 'JSON',
      nullable: true,
      description: 'Further facts that the host or the user keeps. Only the user and staff see it.',
      resolve: (user, _args, context) => (maySeePrivate(context.viewer, user.id) ? user.profile : null),
    }),
  }),
});

/** A page of users. */
export const UserConnection = builder.connectionObject(
  { type: UserRef, name: 'UserConnection', description: 'A page of users.' },
  { name: 'UserEdge', description: 'A user on a page.' },
);

/** A key for back-end calls; the secret itself is never stored. */
export const ApiKeyRef = builder.prismaObject('ApiKey', {
  description: 'A key for back-end calls. The secret itself was shown once and is not stored.',
  interfaces: [nodeInterface],
  fields: (t) => ({
    id: t.exposeID('id', { description: 'The id of the key; not its secret.' }),
    name: t.exposeString('name', { description: 'What the key is for.' }),
    prefix: t.exposeString('prefix', { description: 'First characters of the secret, to tell keys apart.' }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When the key was made.' }),
    lastUsedAt: t.expose('lastUsedAt', { type: 'DateTime', nullable: true, description: 'When the key was last used, to the minute.' }),
    expiresAt: t.expose('expiresAt', { type: 'DateTime', nullable: true, description: 'When the key stops by itself.' }),
    revokedAt: t.expose('revokedAt', { type: 'DateTime', nullable: true, description: 'When the key was revoked.' }),
  }),
});
