/** What the platform says about the network. Hints only: many platforms say nothing, and some are wrong. */

/** Calls back when the platform believes that the network came or went, or that the page is looked at again. */
export function watchHints(tell: (hint: 'online' | 'offline') => void): () => void {
  // Node and some others have no such function, whatever the types say.
  const target: Partial<Pick<typeof globalThis, 'addEventListener' | 'removeEventListener'>> = globalThis;
  if (!target.addEventListener) return () => undefined;
  const listen = ({ type }: Event) => {
    if (type === 'offline') tell(type);
    else if (type === 'online' || isVisible()) tell('online');
  };
  for (const type of HINTS) target.addEventListener(type, listen);
  return () => {
    for (const type of HINTS) target.removeEventListener?.(type, listen);
  };
}

const HINTS = ['online', 'offline', 'visibilitychange'];

function isVisible(): boolean {
  return !('document' in globalThis) || globalThis.document?.visibilityState !== 'hidden';
}
