import { builder } from '../../graphql/builder.js';
import { requireViewer } from '../../graphql/context.js';
import { describe } from '../../graphql/describe.js';
import { ConversationRef } from '../conversations/index.js';
import { GuestSessionRef } from '../identity/index.js';
import { supportCaseFor } from '../../kernel/case-view.js';
import { type CaseAnswer, endSupport, SupportCaseRef } from '../queues/index.js';
import { type StartedSupport, startSupport } from './start.js';

const StartSupportInput = builder.inputType('StartSupportInput', {
  description: 'What a customer asks of support.',
  fields: (t) => ({
    clientId: t.string({
      required: true,
      description:
        'Made by the client, 1 to 64 of A-Z a-z 0-9 _ . : -: the same one is the same case. Of guests without a visitor id 22 at least, at random, such as a UUID.',
    }),
    queue: t.string({ description: 'Key of the queue; the default one of the department, or of the site, when it is left out.' }),
    department: t.string({ description: 'Department to ask.' }),
    subject: t.string({ description: 'What it is about, at most 200 characters.' }),
    text: t.string({ description: 'The first message.' }),
    language: t.string({ description: 'Language of the customer, as a BCP 47 tag such as `de` or `en-GB`.' }),
    page: t.string({ description: 'Address of the page, at most 2,048 characters.' }),
    referrer: t.string({ description: 'Address from which the customer came to it, at most 2,048 characters.' }),
    userAgent: t.string({ description: 'What the browser calls itself, at most 512 characters.' }),
    attributes: t.field({ type: 'JSON', description: 'Further facts: an object of at most 4 KiB and 5 levels.' }),
    siteKey: t.string({ description: 'The site’s public key, of a visitor without a token: they are signed in as a guest.' }),
    visitorId: t.string({ description: 'What an earlier session answered with on this device.' }),
    displayName: t.string({ description: 'Name of the guest, at most 120 characters; of a known user it changes nothing.' }),
    email: t.string({ description: 'E-mail address of the guest; likewise.' }),
  }),
});

const StartSupportPayload = builder.objectRef<StartedSupport>('StartSupportPayload').implement({
  description: 'The case, in its line.',
  fields: (t) => ({
    case: t.field({ type: SupportCaseRef, description: 'The case.', resolve: (payload) => payload.case }),
    conversation: t.field({ type: ConversationRef, description: 'Its conversation.', resolve: (payload) => payload.conversation }),
    seq: t.exposeInt('seq', { description: 'Number of the conversation’s newest event.' }),
    isDuplicate: t.exposeBoolean('isDuplicate', { description: 'Whether it was started before with this client id.' }),
    session: t.field({
      type: GuestSessionRef,
      nullable: true,
      description: 'Token and visitor id of a visitor who was signed in as a guest; null for those who had a token.',
      resolve: (payload) => payload.session,
    }),
  }),
});

builder.mutationField('startSupport', (t) =>
  t.field({
    type: StartSupportPayload,
    description: describe(
      'Asks for support: makes a case with a conversation and puts it into the line. The one operation of a widget: with `siteKey` it needs no token.',
      ['FORBIDDEN', 'NOT_FOUND', 'ORIGIN_NOT_ALLOWED', 'QUEUE_FULL', 'MESSAGE_TOO_LONG', 'IDEMPOTENCY_CONFLICT'],
    ),
    args: { input: t.arg({ type: StartSupportInput, required: true, description: 'What.' }) },
    resolve: (_root, { input: { siteKey, visitorId, displayName, email, ...input } }, context) =>
      startSupport(context.deps, context.viewer, { ...input, visitor: { siteKey, visitorId, displayName, email, origin: context.origin ?? null } }),
  }),
);

const EndSupportInput = builder.inputType('EndSupportInput', {
  description: 'What to end.',
  fields: (t) => ({ caseId: t.id({ required: true, description: 'The id of the case.' }) }),
});

const EndSupportPayload = builder.objectRef<CaseAnswer>('EndSupportPayload').implement({
  description: 'The case, over.',
  fields: (t) => ({
    case: t.field({ type: SupportCaseRef, description: 'The case as it is now.', resolve: (payload) => supportCaseFor(false, payload.case) }),
    seq: t.exposeInt('seq', { description: 'Number of the conversation’s newest event after this change.' }),
  }),
});

builder.mutationField('endSupport', (t) =>
  t.field({
    type: EndSupportPayload,
    description: describe('The customer ends their own case, waiting or not. Support is told, and its agent is free.', ['FORBIDDEN', 'NOT_FOUND']),
    args: { input: t.arg({ type: EndSupportInput, required: true, description: 'Which.' }) },
    resolve: (_root, { input }, context) => endSupport(context.deps, requireViewer(context), input),
  }),
);
