import { useCallback, useSyncExternalStore } from 'react';

const subscribe = (listener: () => void) => {
  window.addEventListener('hashchange', listener);
  return () => window.removeEventListener('hashchange', listener);
};
const read = () => decodeURIComponent(location.hash.slice(1));

/** What the address says behind its `#`: which page, or which case. Back and forward work with it. */
export function useHash(): readonly [string, (hash: string) => void] {
  const hash = useSyncExternalStore(subscribe, read);
  const setHash = useCallback((next: string) => {
    location.hash = next;
  }, []);
  return [hash, setHash];
}
