import { ChatProvider } from '@parley/react';
import { browserStorage, createChatClient, guestToken, type WidgetConfig } from '@parley/sdk';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import type { WidgetSite } from './config.js';
import { Widget } from './widget.js';

/** What the loader hands over. */
export interface WidgetOptions extends WidgetSite {
  readonly config: WidgetConfig;
  readonly onClose: () => void;
}

/** Puts the chat into the panel, as a guest whose id this browser keeps: the next visit finds the same conversation. */
export function mount(panel: HTMLElement, { siteKey, url, config, onClose }: WidgetOptions): void {
  const storage = browserStorage();
  const client = createChatClient({ url, token: guestToken({ url, siteKey, storage }), storage });
  createRoot(panel).render(
    <StrictMode>
      <ChatProvider client={client}>
        <Widget config={config} onClose={onClose} />
      </ChatProvider>
    </StrictMode>,
  );
}
