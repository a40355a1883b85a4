import type { Person } from '@parley/sdk';
import { useChatClient } from './chat-provider.js';
import { useStore } from './use-store.js';

const whole = { initial: null, select: (viewer: Person | null) => viewer };

/**
 * The signed-in user; null until the client has connected for the first time.
 *
 * @throws ChatError OUTSIDE_PROVIDER outside of a ChatProvider.
 * @example
 * ```tsx
 * const me = useViewer();
 * return <p>{me ? `Signed in as ${me.displayName}` : 'Signing in'}</p>;
 * ```
 */
export function useViewer(): Person | null {
  return useStore(useChatClient().viewer, whole);
}
