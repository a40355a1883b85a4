import { builder } from '../../graphql/builder.js';
import { requireViewer } from '../../graphql/context.js';
import { describe } from '../../graphql/describe.js';
import type { SupportCaseView } from '../../kernel/views.js';
import { SupportCaseRef } from '../queues/index.js';
import { chooseAnswer, type Chosen } from './choose.js';
import { talkToHuman } from './hand-over.js';
import { readSettings, updateSettings } from './service.js';
import type { AutomationSettings, Translation } from './settings.js';

const VARIABLES = 'Variables: `{{customer.name}}`, `{{site.name}}`, `{{queue.name}}`, `{{queue.position}}`, `{{case.subject}}`, `{{waited.minutes}}`, `{{hours.nextOpening}}`.';

/** Descriptions of the settings, which output and input share. */
const SAYS = {
  isBotOn: 'Whether the bot answers in queues that begin with it; when not, these hand over at once.',
  answerFrom: 'The score from which the bot sends an answer, 0 to 1.',
  offerFrom: 'The score from which it asks which article is meant, at most `answerFrom`; below, it hands over.',
  maxChoices: 'The most articles to choose from, 1 to 5.',
  choicesText: 'Stands above the choices; never empty.',
  handOverText: 'Said when the bot hands over.',
  welcomeText: 'Said when a case begins.',
  outOfHoursText: 'Said instead when a case begins, or is handed over, outside of the opening hours of its queue.',
  waitingText: 'Said to somebody who waits for an agent, within opening hours.',
  waitingAfterSeconds: 'Seconds of waiting before the first one and between two, 10 to 86,400.',
  waitingMost: 'The most of them in one wait, 0 to 20.',
  inactivityText: 'Said once to a customer who has not answered.',
  inactivityAfterSeconds: 'Seconds of silence before it, 30 to 604,800.',
  translations: 'The texts in further languages, at most 30. A customer gets those of their case’s `language`, else of a wider one (`de` for `de-AT`), else the texts beside this, which are in the site’s own language.',
} as const satisfies Readonly<Record<keyof AutomationSettings, string>>;

const LOCALE = 'Language tag such as `de` or `en-GB`.';
const OR_OWN = 'Null for that of the site’s own language, empty for nothing.';

const AutomationTranslation = builder.objectRef<Translation>('AutomationTranslation').implement({
  description: 'The texts in a further language.',
  fields: (t) => ({
    locale: t.exposeString('locale', { description: LOCALE }),
    choicesText: t.string({ nullable: true, description: `${SAYS.choicesText} ${OR_OWN}`, resolve: (translation) => translation.choicesText ?? null }),
    handOverText: t.string({ nullable: true, description: `${SAYS.handOverText} ${OR_OWN}`, resolve: (translation) => translation.handOverText ?? null }),
    welcomeText: t.string({ nullable: true, description: `${SAYS.welcomeText} ${OR_OWN}`, resolve: (translation) => translation.welcomeText ?? null }),
    outOfHoursText: t.string({ nullable: true, description: `${SAYS.outOfHoursText} ${OR_OWN}`, resolve: (translation) => translation.outOfHoursText ?? null }),
    waitingText: t.string({ nullable: true, description: `${SAYS.waitingText} ${OR_OWN}`, resolve: (translation) => translation.waitingText ?? null }),
    inactivityText: t.string({ nullable: true, description: `${SAYS.inactivityText} ${OR_OWN}`, resolve: (translation) => translation.inactivityText ?? null }),
  }),
});

const AutomationTranslationInput = builder.inputType('AutomationTranslationInput', {
  description: 'The texts in a further language, of at most 1,000 characters each. One that is left out is that of the site’s own language, an empty one is not said.',
  fields: (t) => ({
    locale: t.string({ required: true, description: LOCALE }),
    choicesText: t.string({ description: SAYS.choicesText }),
    handOverText: t.string({ description: SAYS.handOverText }),
    welcomeText: t.string({ description: SAYS.welcomeText }),
    outOfHoursText: t.string({ description: SAYS.outOfHoursText }),
    waitingText: t.string({ description: SAYS.waitingText }),
    inactivityText: t.string({ description: SAYS.inactivityText }),
  }),
});

const AutomationSettingsRef = builder.objectRef<AutomationSettings>('AutomationSettings').implement({
  description: `What the server says by itself, and when. An empty text is not said. ${VARIABLES}`,
  fields: (t) => ({
    isBotOn: t.exposeBoolean('isBotOn', { description: SAYS.isBotOn }),
    answerFrom: t.exposeFloat('answerFrom', { description: SAYS.answerFrom }),
    offerFrom: t.exposeFloat('offerFrom', { description: SAYS.offerFrom }),
    maxChoices: t.exposeInt('maxChoices', { description: SAYS.maxChoices }),
    choicesText: t.exposeString('choicesText', { description: SAYS.choicesText }),
    handOverText: t.exposeString('handOverText', { description: SAYS.handOverText }),
    welcomeText: t.exposeString('welcomeText', { description: SAYS.welcomeText }),
    outOfHoursText: t.exposeString('outOfHoursText', { description: SAYS.outOfHoursText }),
    waitingText: t.exposeString('waitingText', { description: SAYS.waitingText }),
    waitingAfterSeconds: t.exposeInt('waitingAfterSeconds', { description: SAYS.waitingAfterSeconds }),
    waitingMost: t.exposeInt('waitingMost', { description: SAYS.waitingMost }),
    inactivityText: t.exposeString('inactivityText', { description: SAYS.inactivityText }),
    inactivityAfterSeconds: t.exposeInt('inactivityAfterSeconds', { description: SAYS.inactivityAfterSeconds }),
    translations: t.field({ type: [AutomationTranslation], description: `${SAYS.translations} By locale.`, resolve: (settings) => [...settings.translations] }),
  }),
});

const UpdateAutomationInput = builder.inputType('UpdateAutomationInput', {
  description: `Changes of what the server says by itself. What is left out stays; texts have at most 1,000 characters. ${VARIABLES}`,
  fields: (t) => ({
    isBotOn: t.boolean({ description: SAYS.isBotOn }),
    answerFrom: t.float({ description: SAYS.answerFrom }),
    offerFrom: t.float({ description: SAYS.offerFrom }),
    maxChoices: t.int({ description: SAYS.maxChoices }),
    choicesText: t.string({ description: SAYS.choicesText }),
    handOverText: t.string({ description: SAYS.handOverText }),
    welcomeText: t.string({ description: SAYS.welcomeText }),
    outOfHoursText: t.string({ description: SAYS.outOfHoursText }),
    waitingText: t.string({ description: SAYS.waitingText }),
    waitingAfterSeconds: t.int({ description: SAYS.waitingAfterSeconds }),
    waitingMost: t.int({ description: SAYS.waitingMost }),
    inactivityText: t.string({ description: SAYS.inactivityText }),
    inactivityAfterSeconds: t.int({ description: SAYS.inactivityAfterSeconds }),
    translations: t.field({ type: [AutomationTranslationInput], description: `${SAYS.translations} Replaces those so far.` }),
  }),
});

const UpdateAutomationPayload = builder.objectRef<{ readonly settings: AutomationSettings }>('UpdateAutomationPayload').implement({
  description: 'The settings as they are now.',
  fields: (t) => ({ settings: t.field({ type: AutomationSettingsRef, description: 'The settings.', resolve: (answer) => answer.settings }) }),
});

const TalkToHumanInput = builder.inputType('TalkToHumanInput', {
  description: 'Whose bot is to be out of it.',
  fields: (t) => ({ caseId: t.id({ required: true, description: 'The case.' }) }),
});

const TalkToHumanPayload = builder.objectRef<{ readonly view: SupportCaseView; readonly seq: number }>('TalkToHumanPayload').implement({
  description: 'The case as it is now.',
  fields: (t) => ({
    case: t.field({ type: SupportCaseRef, description: 'The case.', resolve: (answer) => answer.view }),
    seq: t.exposeInt('seq', { description: 'Number of the conversation’s newest event.' }),
  }),
});

const ChooseAnswerInput = builder.inputType('ChooseAnswerInput', {
  description: 'Which of the bot’s choices.',
  fields: (t) => ({
    messageId: t.id({ required: true, description: 'The message with the choices: its metadata has `automation.choices`.' }),
    articleId: t.id({ required: true, description: 'The article of the choice.' }),
  }),
});

const ChooseAnswerPayload = builder.objectRef<Chosen>('ChooseAnswerPayload').implement({
  description: 'The customer’s message that a choice became; the answer follows it.',
  fields: (t) => ({
    conversationId: t.exposeID('conversationId', { description: 'The id of the conversation.' }),
    messageId: t.exposeID('messageId', { description: 'The id of the message.' }),
    seq: t.exposeInt('seq', { description: 'Its number.' }),
    isDuplicate: t.exposeBoolean('isDuplicate', { description: 'Whether it was chosen before.' }),
  }),
});

builder.queryField('automation', (t) =>
  t.field({
    type: AutomationSettingsRef,
    description: describe('What the server says by itself on the viewer’s site. For staff.', ['FORBIDDEN']),
    resolve: (_root, _args, context) => readSettings(context.deps, requireViewer(context)),
  }),
);

builder.mutationFields((t) => ({
  updateAutomation: t.field({
    type: UpdateAutomationPayload,
    description: describe('Changes what the server says by itself. For admins.', ['FORBIDDEN']),
    args: { input: t.arg({ type: UpdateAutomationInput, required: true, description: 'What to change.' }) },
    resolve: async (_root, { input }, context) => ({ settings: await updateSettings(context.deps, requireViewer(context), input) }),
  }),
  talkToHuman: t.field({
    type: TalkToHumanPayload,
    description: describe('The customer wants a person: the bot is out of it, and the case waits in its line. Where the bot already is, nothing changes.', ['NOT_FOUND', 'FORBIDDEN']),
    args: { input: t.arg({ type: TalkToHumanInput, required: true, description: 'Which case.' }) },
    resolve: (_root, { input }, context) => talkToHuman(context.deps, requireViewer(context), input.caseId),
  }),
  chooseAnswer: t.field({
    type: ChooseAnswerPayload,
    description: describe('Chooses one of the articles that the bot asked about: it becomes a message of the customer, and the bot answers. For the customer.', [
      'NOT_FOUND',
      'FORBIDDEN',
      'CONVERSATION_CLOSED',
    ]),
    args: { input: t.arg({ type: ChooseAnswerInput, required: true, description: 'Which.' }) },
    resolve: (_root, { input }, context) => chooseAnswer(context.deps, requireViewer(context), input),
  }),
}));
