import { site as readSite, updateSite, updateWidgetSettings, type UpdateWidgetSettingsInput, widgetConfig } from '@parley/sdk/operations';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { outcomeOf, seed, startServer, type TestServer } from '../../testing/index.js';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

const scene = () => seed(server).admin('ann').agent('sam').client('ada').ready();
const DEFAULTS = {
  position: 'BOTTOM_RIGHT', primaryColor: '#2563eb', textColor: '#ffffff', backgroundColor: '#ffffff', welcomeMessage: 'How can we help?', placeholderText: 'Write a message',
  autoOpen: false, autoOpenDelay: 5_000, showOnPages: [], hideOnPages: [], locale: null, customCss: '',
};

/** The code with which a page of this origin is answered, or null. */
async function codeFrom(origin: string, query: string, variables: object): Promise<string | null> {
  const response = await fetch(server.url, { method: 'POST', headers: { 'content-type': 'application/json', origin }, body: JSON.stringify({ query, variables }) });
  const { errors } = (await response.json()) as { errors?: { extensions: { code: string } }[] };
  return errors?.[0]?.extensions.code ?? null;
}

describe('the widget of a site', () => {
  it('R162 R164: is served typed by the site’s key alone, with defaults; admins and back-ends change it, and null brings a default back', async () => {
    const { people, service, nobody, site } = await scene();
    const config = () => widgetConfig(nobody, { siteKey: site.publicKey });
    expect(await config()).toEqual({ siteName: 'Vans', isShown: true, settings: DEFAULTS });
    const input: UpdateWidgetSettingsInput = {
      position: 'TOP_LEFT', primaryColor: '#AABB00', textColor: '#000000', backgroundColor: '#fafafa', welcomeMessage: 'Hallo!', placeholderText: 'Schreiben …', autoOpen: true,
      autoOpenDelay: 0, showOnPages: ['/shop/*'], hideOnPages: ['/shop/checkout'], locale: 'de-at', customCss: '.a { color: red }',
    };
    const expected = { ...DEFAULTS, ...input, primaryColor: '#aabb00', locale: 'de-AT' };
    for (const actor of [people.ann, people.ann, service]) expect((await updateWidgetSettings(actor, input)).settings).toEqual(expected);
    expect((await config()).settings).toEqual(expected);
    expect((await updateWidgetSettings(people.ann, { primaryColor: null, locale: null, autoOpen: false })).settings).toEqual({ ...expected, primaryColor: '#2563eb', locale: null, autoOpen: false });
    await updateSite(people.ann, { settings: { widget: { own: 1 } } });
    expect(await readSite(people.ada, {})).toMatchObject({ settings: { widget: { own: 1 } }, widget: { position: 'TOP_LEFT' } });
  });

  it('R164: says whether it is shown on a page, given as an address or as a path', async () => {
    const { people, nobody, site } = await scene();
    await updateWidgetSettings(people.ann, { showOnPages: ['/shop/*', 'https://help.example.com/*'], hideOnPages: ['/shop/checkout*'] });
    const shown = async (page: string) => (await widgetConfig(nobody, { siteKey: site.publicKey, page })).isShown;
    const pages = ['/shop/a?x=1', 'https://a.example.com/shop/b', '/shop/checkout/2', '/about', 'https://help.example.com/x'];
    expect(await Promise.all(pages.map(shown))).toEqual([true, true, false, false, true]);
    for (const page of ['javascript:alert(1)', '', 'x'.repeat(2_049)]) expect(await outcomeOf(shown(page))).toBe('INVALID_INPUT');
  });

  it('R164 R15: what breaks a rule is refused and nothing is changed; nobody but admins and back-ends changes it', async () => {
    const { people, nobody, site } = await scene();
    const broken: UpdateWidgetSettingsInput[] = [
      { primaryColor: 'red' },
      { primaryColor: '#12345' },
      { textColor: 'url(x)' },
      { welcomeMessage: 'x'.repeat(501) },
      { placeholderText: 'x'.repeat(121) },
      { autoOpenDelay: -1 },
      { autoOpenDelay: 600_001 },
      { showOnPages: ['blog'] },
      { hideOnPages: Array.from({ length: 51 }, (_, n) => `/${n}`) },
      { locale: 'not a tag' },
      { customCss: '</style><script>' },
      { customCss: 'x'.repeat(4_001) },
    ];
    for (const input of broken) expect(await outcomeOf(updateWidgetSettings(people.ann, { position: 'TOP_LEFT', ...input })), JSON.stringify(input)).toBe('INVALID_INPUT');
    for (const person of [people.sam, people.ada]) expect(await outcomeOf(updateWidgetSettings(person, {}))).toBe('FORBIDDEN');
    expect(await outcomeOf(updateWidgetSettings(nobody, {}))).toBe('UNAUTHENTICATED');
    expect((await widgetConfig(nobody, { siteKey: site.publicKey })).settings).toEqual(DEFAULTS);
  });

  it('R163 R165: an unknown key, a page that is not on the list and a site that is switched off are refused, for the widget and the opening hours as for guests', async () => {
    const { people, nobody, site } = await scene();
    await updateSite(people.ann, { allowedOrigins: ['https://shop.example.com'] });
    // Another site allows the foreign page, so that it passes the first look of the transport.
    const other = await scene();
    await updateSite(other.people.ann, { allowedOrigins: ['https://evil.example.com'] });
    const queries: readonly (readonly [string, object])[] = [
      ['query ($siteKey: String!) { widgetConfig(siteKey: $siteKey) { siteName } }', { siteKey: site.publicKey }],
      ['query ($siteKey: String!) { businessHours(siteKey: $siteKey) { isOpen } }', { siteKey: site.publicKey }],
      ['mutation ($input: StartGuestSessionInput!) { startGuestSession(input: $input) { visitorId } }', { input: { siteKey: site.publicKey } }],
    ];
    for (const [query, variables] of queries) {
      expect(await codeFrom('https://shop.example.com', query, variables)).toBeNull();
      expect(await codeFrom('https://evil.example.com', query, variables)).toBe('ORIGIN_NOT_ALLOWED');
    }
    expect(await outcomeOf(widgetConfig(nobody, { siteKey: 'pk_unknown' }))).toBe('NOT_FOUND');
    expect(await outcomeOf(widgetConfig(nobody, { siteKey: site.id }))).toBe('NOT_FOUND');
    await updateSite(people.ann, { isActive: false });
    for (const [query, variables] of queries) expect(await nobody.codeOf(query, { ...variables })).toBe('SITE_INACTIVE');
  });
});
