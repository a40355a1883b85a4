import { invalidInput } from '../../kernel/errors.js';
import { parseText } from '../../kernel/input.js';
import type { JsonObject } from '../../kernel/words.js';
import { fitsPage, isPagePattern } from './page-pattern.js';

/** The corner of the page in which a widget stands. */
export type WidgetPosition = 'bottom_right' | 'bottom_left' | 'top_right' | 'top_left';

/** How the site's widget looks and behaves. */
export interface WidgetSettings {
  readonly position: WidgetPosition;
  /** `#rrggbb`, as are the other colours. */
  readonly primaryColor: string;
  /** Of what stands on the primary colour. */
  readonly textColor: string;
  readonly backgroundColor: string;
  /** Shown before anybody wrote; at most 500 characters. */
  readonly welcomeMessage: string;
  /** In the empty field; at most 120 characters. */
  readonly placeholderText: string;
  readonly autoOpen: boolean;
  /** Milliseconds until it opens by itself, 0 to 600,000. */
  readonly autoOpenDelay: number;
  /** Patterns of pages; none for all. */
  readonly showOnPages: readonly string[];
  /** Patterns of pages on which it is not shown, whatever {@link showOnPages} says. */
  readonly hideOnPages: readonly string[];
  /** A language tag such as `de-AT`; null for the browser's own. */
  readonly locale: string | null;
  /** Further styles, at most 4,000 characters; empty for none. */
  readonly customCss: string;
}

/** What holds for a site that sets nothing. */
export const DEFAULT_WIDGET: WidgetSettings = {
  position: 'bottom_right',
  primaryColor: '#2563eb',
  textColor: '#ffffff',
  backgroundColor: '#ffffff',
  welcomeMessage: 'How can we help?',
  placeholderText: 'Write a message',
  autoOpen: false,
  autoOpenDelay: 5_000,
  showOnPages: [],
  hideOnPages: [],
  locale: null,
  customCss: '',
};

/** A change as callers send it: what is absent stays, and null brings the default back. */
export type WidgetPatch = { readonly [Key in keyof WidgetSettings]?: WidgetSettings[Key] | null | undefined };

const MAX_PATTERNS = 50;
const POSITIONS: Readonly<Record<WidgetPosition, true>> = { bottom_right: true, bottom_left: true, top_right: true, top_left: true };

/** Reads stored settings; what is missing or of a wrong type falls back to its default. */
export function parseWidget(stored: unknown): WidgetSettings {
  const kept: Readonly<Record<string, unknown>> = typeof stored === 'object' && stored !== null ? { ...stored } : {};
  const text = (key: keyof WidgetSettings & `${string}`, fallback: string): string => {
    const value = kept[key];
    return typeof value === 'string' ? value : fallback;
  };
  const texts = (value: unknown): string[] => (Array.isArray(value) ? value.filter((each): each is string => typeof each === 'string') : []);
  const base = DEFAULT_WIDGET;
  return {
    position: isPosition(kept['position']) ? kept['position'] : base.position,
    primaryColor: text('primaryColor', base.primaryColor),
    textColor: text('textColor', base.textColor),
    backgroundColor: text('backgroundColor', base.backgroundColor),
    welcomeMessage: text('welcomeMessage', base.welcomeMessage),
    placeholderText: text('placeholderText', base.placeholderText),
    autoOpen: typeof kept['autoOpen'] === 'boolean' ? kept['autoOpen'] : base.autoOpen,
    autoOpenDelay: typeof kept['autoOpenDelay'] === 'number' ? kept['autoOpenDelay'] : base.autoOpenDelay,
    showOnPages: texts(kept['showOnPages']),
    hideOnPages: texts(kept['hideOnPages']),
    locale: typeof kept['locale'] === 'string' ? kept['locale'] : base.locale,
    customCss: text('customCss', base.customCss),
  };
}

/** Applies a change to stored settings after checking it. @throws ChatError INVALID_INPUT */
export function mergeWidget(stored: unknown, patch: WidgetPatch): JsonObject {
  const merged: JsonObject = typeof stored === 'object' && stored !== null ? { ...stored } : {};
  for (const [key, parse] of Object.entries(PARSERS)) {
    const value = Object.entries(patch).find(([name]) => name === key)?.[1];
    if (value === undefined) continue;
    if (value === null) delete merged[key];
    else merged[key] = parse(key, value);
  }
  return merged;
}

/** Whether the widget is shown on a page. Hiding wins. */
export function isShownOn({ showOnPages, hideOnPages }: Pick<WidgetSettings, 'showOnPages' | 'hideOnPages'>, page: URL): boolean {
  return !fitsPage(hideOnPages, page) && (showOnPages.length === 0 || fitsPage(showOnPages, page));
}

type Parse = (field: string, value: unknown) => string | number | boolean | string[];

const refuse = (field: string, reason: string) => invalidInput('update widget settings', field, reason);

const textOf =
  (max: number): Parse =>
  (field, value) => {
    if (typeof value !== 'string') throw refuse(field, 'is not a text');
    return parseText({ operation: 'update widget settings', field }, value, { max });
  };

const color: Parse = (field, value) => {
  if (typeof value !== 'string' || !/^#[0-9a-f]{6}$/i.test(value)) throw refuse(field, 'is not a colour such as #2563eb');
  return value.toLowerCase();
};

const flag: Parse = (field, value) => {
  if (typeof value !== 'boolean') throw refuse(field, 'is not a boolean');
  return value;
};

const patterns: Parse = (field, value) => {
  const list: readonly unknown[] = Array.isArray(value) ? value : [];
  if (list.length > MAX_PATTERNS) throw refuse(field, `has more than ${MAX_PATTERNS} entries`);
  return [...new Set(list)].map((entry) => {
    if (typeof entry !== 'string' || !isPagePattern(entry)) throw refuse(field, 'has an entry that is no pattern such as /blog/* or https://example.com/*');
    return entry;
  });
};

const PARSERS: Readonly<Record<keyof WidgetSettings, Parse>> = {
  position: (field, value) => {
    if (!isPosition(value)) throw refuse(field, 'is not a position');
    return value;
  },
  primaryColor: color,
  textColor: color,
  backgroundColor: color,
  welcomeMessage: textOf(500),
  placeholderText: textOf(120),
  autoOpen: flag,
  autoOpenDelay: (field, value) => {
    if (typeof value !== 'number' || !Number.isInteger(value) || value < 0 || value > 600_000) throw refuse(field, 'is not a whole number from 0 to 600000');
    return value;
  },
  showOnPages: patterns,
  hideOnPages: patterns,
  locale: (field, value) => {
    const [tag] = typeof value === 'string' && value.length <= 35 ? supportedTag(value) : [];
    if (tag === undefined) throw refuse(field, 'is not a language tag such as de-AT');
    return tag;
  },
  // What closes a style element would be markup.
  customCss: (field, value) => {
    const css = textOf(4_000)(field, value);
    if (typeof css === 'string' && css.includes('<')) throw refuse(field, 'has the character <');
    return css;
  },
};

function supportedTag(value: string): string[] {
  try {
    return Intl.getCanonicalLocales(value);
  } catch {
    return [];
  }
}

function isPosition(value: unknown): value is WidgetPosition {
  return typeof value === 'string' && Object.hasOwn(POSITIONS, value);
}
