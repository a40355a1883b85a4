import { builder } from '../../graphql/builder.js';
import { requireViewer } from '../../graphql/context.js';
import { describe } from '../../graphql/describe.js';
import { updateWidgetSettings, widgetConfig, type WidgetConfig, widgetOf } from './widget.js';
import { SiteRef } from './schema-types.js';
import type { WidgetSettings } from './widget-settings.js';

const WidgetPositionEnum = builder.enumType('WidgetPosition', {
  description: 'The corner of the page in which the widget stands.',
  values: {
    BOTTOM_RIGHT: { value: 'bottom_right', description: 'Below, on the right.' },
    BOTTOM_LEFT: { value: 'bottom_left', description: 'Below, on the left.' },
    TOP_RIGHT: { value: 'top_right', description: 'Above, on the right.' },
    TOP_LEFT: { value: 'top_left', description: 'Above, on the left.' },
  } as const,
});

const TEXTS = {
  position: 'The corner in which it stands; `BOTTOM_RIGHT` by default.',
  primaryColor: 'Main colour, `#rrggbb`.',
  textColor: 'Colour of what stands on the main colour, `#rrggbb`.',
  backgroundColor: 'Colour behind the messages, `#rrggbb`.',
  welcomeMessage: 'Shown before anybody wrote; at most 500 characters.',
  placeholderText: 'Shown in the empty field; at most 120 characters.',
  autoOpen: 'Whether it opens by itself.',
  autoOpenDelay: 'Milliseconds until it opens by itself, 0 to 600,000; 5,000 by default.',
  showOnPages:
    'Pages on which it is shown; none for all. At most 50 patterns: paths such as `/blog/*` or addresses such as `https://example.com/*`, in which `*` stands for any characters.',
  hideOnPages: 'Pages on which it is not shown, whatever `showOnPages` says.',
  locale: 'Language tag such as `de-AT`; null for the browser’s own.',
  customCss: 'Further styles, at most 4,000 characters.',
} as const satisfies Record<keyof WidgetSettings, string>;

const WidgetSettingsRef = builder.objectRef<WidgetSettings>('WidgetSettings').implement({
  description: 'How the site’s widget looks and behaves, defaults filled in.',
  fields: (t) => ({
    position: t.field({ type: WidgetPositionEnum, description: TEXTS.position, resolve: (settings) => settings.position }),
    primaryColor: t.exposeString('primaryColor', { description: TEXTS.primaryColor }),
    textColor: t.exposeString('textColor', { description: TEXTS.textColor }),
    backgroundColor: t.exposeString('backgroundColor', { description: TEXTS.backgroundColor }),
    welcomeMessage: t.exposeString('welcomeMessage', { description: TEXTS.welcomeMessage }),
    placeholderText: t.exposeString('placeholderText', { description: TEXTS.placeholderText }),
    autoOpen: t.exposeBoolean('autoOpen', { description: TEXTS.autoOpen }),
    autoOpenDelay: t.exposeInt('autoOpenDelay', { description: TEXTS.autoOpenDelay }),
    showOnPages: t.stringList({ description: TEXTS.showOnPages, resolve: (settings) => [...settings.showOnPages] }),
    hideOnPages: t.stringList({ description: TEXTS.hideOnPages, resolve: (settings) => [...settings.hideOnPages] }),
    locale: t.exposeString('locale', { nullable: true, description: TEXTS.locale }),
    customCss: t.exposeString('customCss', { description: TEXTS.customCss }),
  }),
});

const WidgetConfigRef = builder.objectRef<WidgetConfig>('WidgetConfig').implement({
  description: 'What a widget needs before anybody signs in.',
  fields: (t) => ({
    siteName: t.exposeString('siteName', { description: 'Name of the site.' }),
    isShown: t.exposeBoolean('isShown', { description: 'Whether it is shown on the page asked for; true where none was.' }),
    settings: t.field({ type: WidgetSettingsRef, description: 'How it looks and behaves.', resolve: (config) => config.settings }),
  }),
});

const UpdateWidgetSettingsInput = builder.inputType('UpdateWidgetSettingsInput', {
  description: 'Changes to the widget. What is left out stays; null brings the default back.',
  fields: (t) => ({
    position: t.field({ type: WidgetPositionEnum, description: TEXTS.position }),
    primaryColor: t.string({ description: TEXTS.primaryColor }),
    textColor: t.string({ description: TEXTS.textColor }),
    backgroundColor: t.string({ description: TEXTS.backgroundColor }),
    welcomeMessage: t.string({ description: TEXTS.welcomeMessage }),
    placeholderText: t.string({ description: TEXTS.placeholderText }),
    autoOpen: t.boolean({ description: TEXTS.autoOpen }),
    autoOpenDelay: t.int({ description: TEXTS.autoOpenDelay }),
    showOnPages: t.stringList({ description: TEXTS.showOnPages }),
    hideOnPages: t.stringList({ description: TEXTS.hideOnPages }),
    locale: t.string({ description: TEXTS.locale }),
    customCss: t.string({ description: TEXTS.customCss }),
  }),
});

const UpdateWidgetSettingsPayload = builder.objectRef<{ readonly settings: WidgetSettings }>('UpdateWidgetSettingsPayload').implement({
  description: 'The widget as it is now.',
  fields: (t) => ({ settings: t.field({ type: WidgetSettingsRef, description: 'How it looks and behaves.', resolve: (payload) => payload.settings }) }),
});

builder.objectField(SiteRef, 'widget', (t) =>
  t.field({ type: WidgetSettingsRef, description: 'How the site’s widget looks and behaves.', resolve: (site) => widgetOf(site.settings) }),
);

builder.queryField('widgetConfig', (t) =>
  t.field({
    type: WidgetConfigRef,
    description: describe('What a widget needs before anybody signs in, by the site’s public key alone. Needs no credential.', ['NOT_FOUND', 'ORIGIN_NOT_ALLOWED']),
    args: {
      siteKey: t.arg.string({ required: true, description: 'The public key of the site (`pk_…`).' }),
      page: t.arg.string({ description: 'Address or path of the page, to learn whether the widget is shown there.' }),
    },
    resolve: (_root, args, context) => widgetConfig(context.deps, { ...args, origin: context.origin ?? null }),
  }),
);

builder.mutationField('updateWidgetSettings', (t) =>
  t.field({
    type: UpdateWidgetSettingsPayload,
    description: describe('Changes how the site’s widget looks and behaves. For admins and back-ends.', ['FORBIDDEN']),
    args: { input: t.arg({ type: UpdateWidgetSettingsInput, required: true, description: 'What to change.' }) },
    resolve: async (_root, { input }, context) => ({ settings: await updateWidgetSettings(context.deps, requireViewer(context), input) }),
  }),
);
