/**
 * What the one script tag loads: a button in a shadow root of the host's page. The chat itself comes when somebody opens it.
 *
 *     <script type="module" src="https://…/widget.js" data-site-key="pk_…"></script>
 */
import plainCss from '@parley/example-parts/base.css?inline';
import baseCss from '../shared/base.css?inline';
import { readConfig, type WidgetSite } from './config.js';
import widgetCss from './widget.css?inline';

const chatIcon =
  '<svg viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="1.8" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true"><path d="M5 5h14v10H11l-4 4v-4H5z"/></svg>';

/** Whether the visitor left the widget open on the page before. */
const openKey = 'parley/widget/open';

async function start(site: WidgetSite): Promise<void> {
  const config = await readConfig(site);
  if (config === null || !config.isShown) return;
  const { settings } = config;

  const host = document.createElement('div');
  host.id = 'parley-support';
  const shadow = host.attachShadow({ mode: 'open' });
  // Constructed sheets need no permission of the host's content policy.
  shadow.adoptedStyleSheets = [plainCss, baseCss, widgetCss, settings.customCss].map((css) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    return sheet;
  });
  const frame = document.createElement('div');
  frame.className = 'widget';
  frame.dataset['position'] = settings.position;
  frame.style.setProperty('--brand', settings.primaryColor);
  frame.style.setProperty('--brand-ink', settings.textColor);
  const panel = document.createElement('div');
  panel.className = 'widget-panel';
  panel.hidden = true;
  const button = document.createElement('button');
  button.className = 'widget-button';
  button.innerHTML = chatIcon;
  button.setAttribute('aria-label', 'Contact support');
  button.setAttribute('aria-expanded', 'false');
  frame.append(panel, button);
  shadow.append(frame);
  document.body.append(host);

  let isMounted = false;
  const show = (isOpen: boolean): void => {
    panel.hidden = !isOpen;
    frame.dataset['open'] = String(isOpen);
    button.setAttribute('aria-expanded', String(isOpen));
    sessionStorage.setItem(openKey, String(isOpen));
    if (isOpen && !isMounted) {
      isMounted = true;
      void import('./mount.js').then(({ mount }) => {
        mount(panel, {
          ...site,
          config,
          onClose: () => {
            show(false);
            button.focus();
          },
        });
      });
    }
  };
  button.addEventListener('click', () => {
    show(panel.hidden !== false);
  });
  const before = sessionStorage.getItem(openKey);
  if (before === 'true') show(true);
  else if (settings.autoOpen && before === null) setTimeout(() => show(true), settings.autoOpenDelay);
}

const script = [...document.querySelectorAll<HTMLScriptElement>('script[data-site-key]')].find(({ src }) => src === import.meta.url);
if (script) void start({ siteKey: script.dataset['siteKey'] ?? '', url: new URL(script.dataset['server'] ?? '/graphql', script.src).href });
