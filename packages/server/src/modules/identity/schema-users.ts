import { builder } from '../../graphql/builder.js';
import { requireViewer } from '../../graphql/context.js';
import { describe } from '../../graphql/describe.js';
import { RoleEnum } from '../../graphql/enums.js';
import type { User } from '../../db/generated/client.js';
import { type GuestSession, startGuestSession } from './guests.js';
import { UserRef } from './schema-types.js';
import { updateProfile, upsertUser } from './users.js';

const StartGuestSessionInput = builder.inputType('StartGuestSessionInput', {
  description: 'Who wants to chat without an account.',
  fields: (t) => ({
    siteKey: t.string({ required: true, description: 'The public key of the site (`pk_…`).' }),
    visitorId: t.string({ description: 'What an earlier session on this device answered with; leave it out on a first visit.' }),
    displayName: t.string({ description: 'Name to show, 1 to 120 characters.' }),
    email: t.string({ description: 'E-mail address, if the visitor gave one.' }),
  }),
});

/** A guest, signed in. */
export const GuestSessionRef = builder.objectRef<GuestSession>('StartGuestSessionPayload').implement({
  description: 'A guest, signed in.',
  fields: (t) => ({
    token: t.exposeString('token', { description: 'User token for this guest.' }),
    expiresAt: t.expose('expiresAt', { type: 'DateTime', description: 'When the token ends; start a session again with the visitor id.' }),
    visitorId: t.exposeString('visitorId', { description: 'Keep it on the device, and secret: it makes the next visit the same guest.' }),
    user: t.field({ type: UserRef, description: 'The guest.', resolve: (session) => session.user }),
  }),
});

const UpdateProfileInput = builder.inputType('UpdateProfileInput', {
  description: 'Changes to one’s own profile. What is left out stays; null empties.',
  fields: (t) => ({
    displayName: t.string({ description: 'Name to show, 1 to 120 characters.' }),
    avatarUrl: t.string({ description: 'Address of a picture, https.' }),
    phone: t.string({ description: 'Telephone number, at most 40 characters.' }),
    email: t.string({ description: 'E-mail address.' }),
    profile: t.field({ type: 'JSON', description: 'Further facts; replaces those kept so far.' }),
  }),
});

const UpsertUserInput = builder.inputType('UpsertUserInput', {
  description: 'A user as the host’s back-end describes them. What is left out stays; null empties.',
  fields: (t) => ({
    externalId: t.string({ required: true, description: 'The host’s own id of the user, 1 to 200 characters.' }),
    role: t.field({ type: RoleEnum, required: true, description: 'What the user is on the site. Anything but SYSTEM.' }),
    displayName: t.string({ description: 'Name to show, 1 to 120 characters.' }),
    email: t.string({ description: 'E-mail address.' }),
    avatarUrl: t.string({ description: 'Address of a picture, https.' }),
    phone: t.string({ description: 'Telephone number, at most 40 characters.' }),
    profile: t.field({ type: 'JSON', description: 'Further facts; replaces those kept so far.' }),
    isActive: t.boolean({ description: 'False ends the user’s sessions and keeps them from signing in.' }),
  }),
});

const UpdateProfilePayload = builder.objectRef<{ readonly user: User }>('UpdateProfilePayload').implement({
  description: 'The profile as it is now.',
  fields: (t) => ({ user: t.field({ type: UserRef, description: 'The viewer’s own user.', resolve: (payload) => payload.user }) }),
});

const UpsertUserPayload = builder.objectRef<{ readonly user: User }>('UpsertUserPayload').implement({
  description: 'The user as they are now.',
  fields: (t) => ({ user: t.field({ type: UserRef, description: 'The user made or changed.', resolve: (payload) => payload.user }) }),
});

builder.mutationFields((t) => ({
  startGuestSession: t.field({
    type: GuestSessionRef,
    description: describe('Signs an anonymous visitor in. It needs no credential.', [
      'NOT_FOUND',
      'ORIGIN_NOT_ALLOWED',
    ]),
    args: { input: t.arg({ type: StartGuestSessionInput, required: true, description: 'Who wants to chat.' }) },
    resolve: (_root, { input }, context) => startGuestSession(context.deps, { ...input, origin: context.origin ?? null }),
  }),
  updateProfile: t.field({
    type: UpdateProfilePayload,
    description: describe('Changes the viewer’s own profile.', ['FORBIDDEN']),
    args: { input: t.arg({ type: UpdateProfileInput, required: true, description: 'What to change.' }) },
    resolve: async (_root, { input }, context) => ({ user: await updateProfile(context.deps, requireViewer(context), input) }),
  }),
  upsertUser: t.field({
    type: UpsertUserPayload,
    description: describe('Makes or changes a user by the host’s own id. For admins and back-ends.', ['FORBIDDEN']),
    args: { input: t.arg({ type: UpsertUserInput, required: true, description: 'The user.' }) },
    resolve: async (_root, { input }, context) => ({ user: await upsertUser(context.deps, requireViewer(context), input) }),
  }),
}));
