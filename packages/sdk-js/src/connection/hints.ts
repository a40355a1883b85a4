/** What the platform says about the network. Hints only: many platforms say nothing, and some are wrong. */

/** Calls back when the platform believes that the network came or went, or that the page is looked at again. */
export function watchHints(tell: (hint: 'online' | 'offline') => void): () => void {
  // Node and some others have no such function, whatever the types say.
  const target: Partial<Pick<typeof globalThis, 'addEventListener' | 'removeEventListener'>> = globalThis;
  if (!target.addEventListener) return () => undefined;
  const online = () => {
    tell('online');
  };
  const offline = () => {
    tell('offline');
  };
  const seen = () => {
    if (isVisible()) tell('online');
  };
  target.addEventListener('online', online);
  target.addEventListener('offline', offline);
  target.addEventListener('visibilitychange', seen);
  return () => {
    target.removeEventListener?.('online', online);
    target.removeEventListener?.('offline', offline);
    target.removeEventListener?.('visibilitychange', seen);
  };
}

function isVisible(): boolean {
  return !('document' in globalThis) || globalThis.document?.visibilityState !== 'hidden';
}
