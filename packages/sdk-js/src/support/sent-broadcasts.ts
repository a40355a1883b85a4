/** The site's broadcasts as admins see them: sent, scheduled, taken back. */
import { randomId } from '../clock.js';
import type { ChatClient } from '../create-chat-client.js';
import { AudienceSizeDocument, BroadcastReachDocument, RevokeBroadcastDocument, SendBroadcastDocument, SentBroadcastsDocument, UpdateBroadcastDocument } from '../generated/operations.js';
import type { BroadcastAudienceInput, BroadcastReach, BroadcastState, SendBroadcastInput, SentBroadcast, UpdateBroadcastInput } from '../generated/types.js';
import { createStore } from '../store.js';
import { perClient, perOptions, type HandleSetup } from './handles.js';
import { listStore, type ListHandle } from './list-store.js';

/** Which broadcasts. */
export interface SentBroadcastsOptions {
  /** Only those of this state. */
  readonly state?: BroadcastState | undefined;
}

/** A new broadcast. Give a `clientId` of your own to be able to try again after an unknown outcome. */
export type NewBroadcast = Omit<SendBroadcastInput, 'clientId'> & { readonly clientId?: string | undefined };

/** The broadcasts of the site, newest first. All functions reject with a `ChatError`. */
export interface SentBroadcastsHandle extends ListHandle<SentBroadcast> {
  /** Sends one, at once or at its `sendAt`. */
  readonly send: (broadcast: NewBroadcast) => Promise<SentBroadcast>;
  /** Changes a scheduled one before it is sent; what is left out stays. BROADCAST_STATE_INVALID once it is sent. */
  readonly update: (changes: UpdateBroadcastInput) => Promise<SentBroadcast>;
  /** Takes one back: it disappears wherever it is shown. */
  readonly revoke: (broadcastId: string) => Promise<SentBroadcast>;
  /** How many one is for, and how many of them saw it. It goes over all users of the site, so ask for one at a time. */
  readonly reach: (broadcastId: string) => Promise<BroadcastReach>;
  /** How many users an audience fits, to look before sending. */
  readonly audienceSize: (audience: BroadcastAudienceInput) => Promise<number>;
}

/** Changes whenever this client changed a broadcast: lists of another state read again. */
const edits: (client: ChatClient) => ReturnType<typeof createStore<object>> = /*#__PURE__*/ perClient(() => createStore<object>({}));

/**
 * The broadcasts of the site whatever their state. For admins; `status` becomes `failed` with FORBIDDEN for others.
 *
 * @example
 * const sent = sentBroadcasts(client, { state: 'SCHEDULED' });
 * await sent.send({ title: 'Maintenance', text: 'Tonight at ten.', audience: { roles: ['PROVIDER'] } });
 */
export function sentBroadcasts(client: ChatClient, options: SentBroadcastsOptions = {}): SentBroadcastsHandle {
  return handles(client, options);
}

const handles: (client: ChatClient, options: SentBroadcastsOptions) => SentBroadcastsHandle = /*#__PURE__*/ perOptions(createSentBroadcasts);

function createSentBroadcasts({ client, context, options, listeners }: HandleSetup<SentBroadcastsOptions>): SentBroadcastsHandle {
  const { runner, clock } = context;
  const edited = edits(client);
  const list = listStore<SentBroadcast>(
    context,
    {
      page: async (after) => (await runner.request(SentBroadcastsDocument, { ...options, after, first: 50 })).sentBroadcasts,
      keyOf: (broadcast) => broadcast.id,
      watch: ({ refresh }) => edited.subscribe(refresh),
    },
    listeners,
  );
  const { put: _put, remove: _remove, ...shown } = list;
  return {
    ...shown,
    send: async (broadcast) => {
      const { sendBroadcast } = await runner.request(SendBroadcastDocument, { input: { ...broadcast, clientId: broadcast.clientId ?? randomId(clock) } });
      edited.set({});
      return sendBroadcast.broadcast;
    },
    update: async (input) => {
      const { updateBroadcast } = await runner.request(UpdateBroadcastDocument, { input });
      edited.set({});
      return updateBroadcast.broadcast;
    },
    revoke: async (broadcastId) => {
      const { revokeBroadcast } = await runner.request(RevokeBroadcastDocument, { input: { broadcastId } });
      edited.set({});
      return revokeBroadcast.broadcast;
    },
    reach: async (broadcastId) => (await runner.request(BroadcastReachDocument, { broadcastId })).broadcastReach,
    audienceSize: async (audience) => (await runner.request(AudienceSizeDocument, { audience })).audienceSize,
  };
}
