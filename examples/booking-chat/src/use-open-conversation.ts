import { useCallback, useSyncExternalStore } from 'react';

const subscribe = (listener: () => void) => {
  addEventListener('hashchange', listener);
  return () => removeEventListener('hashchange', listener);
};

const readHash = () => decodeURIComponent(location.hash.slice(1)) || null;

/** Where the address keeps the open conversation, so that reload, back and a shared link work. */
export const linkTo = (conversationId: string): string => `#${encodeURIComponent(conversationId)}`;

/** The conversation that the address names, and the way back to the list. */
export function useOpenConversation() {
  const conversationId = useSyncExternalStore(subscribe, readHash);
  const close = useCallback(() => {
    const link = document.querySelector<HTMLElement>('.conversation-link[aria-current]');
    location.hash = '';
    // On a phone the list was hidden until now: the focus goes where the conversation was opened.
    requestAnimationFrame(() => link?.focus());
  }, []);
  return { conversationId, close };
}
