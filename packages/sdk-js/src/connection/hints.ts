/** What the platform says about the network. Hints only: many platforms say nothing, and some are wrong. */

/** Calls back when the platform believes that the network came or went, or that the page is looked at again. */
export function watchHints(tell: (hint: 'online' | 'offline') => void): () => void {
  const target: unknown = globalThis;
  if (!hasListeners(target)) return () => undefined;
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
    target.removeEventListener('online', online);
    target.removeEventListener('offline', offline);
    target.removeEventListener('visibilitychange', seen);
  };
}

interface ListenerTarget {
  addEventListener(type: string, listener: () => void): void;
  removeEventListener(type: string, listener: () => void): void;
}

function hasListeners(target: unknown): target is ListenerTarget {
  return (
    typeof target === 'object' &&
    target !== null &&
    'addEventListener' in target &&
    typeof target.addEventListener === 'function' &&
    'removeEventListener' in target &&
    typeof target.removeEventListener === 'function'
  );
}

function isVisible(): boolean {
  return !('document' in globalThis) || globalThis.document?.visibilityState !== 'hidden';
}
