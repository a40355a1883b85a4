import type { WidgetConfig } from '@parley/sdk';
import { WidgetConfigDocument } from '@parley/sdk/operations';

/** Which site, and where its server is. */
export interface WidgetSite {
  readonly siteKey: string;
  /** The address of the server's `/graphql`. */
  readonly url: string;
}

/** How the site wants its widget, asked without any client: the chat's own code comes when somebody opens it. Null when it may not stand here. */
export async function readConfig({ siteKey, url }: WidgetSite): Promise<WidgetConfig | null> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: WidgetConfigDocument.text, variables: { siteKey, page: location.href } }),
  });
  const answer: { readonly data?: { readonly widgetConfig?: WidgetConfig } | null } = await response.json();
  return answer.data?.widgetConfig ?? null;
}
