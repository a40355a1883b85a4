/** The host's back-end of a replay: it signs tokens, and pushes bookings with an API key of its own. */
import { createChatClient } from '@parley/sdk';
import { createApiKey, revokeApiKey, syncBooking } from '@parley/sdk/operations';
import { systemClock } from '../../kernel/clock.js';
import { randomToken } from '../../kernel/ids.js';
import { signUserToken } from '../../modules/identity/index.js';
import { CommandError } from '../outcome.js';
import type { Dialogue, Side } from './dialogue.js';

/** A site with the secret that signs its tokens. */
export interface SiteKeys {
  readonly publicKey: string;
  readonly secret: string;
}

/** The back-end of one replay. */
export interface ReplayHost {
  /** Makes the booking of a conversation; answers with the conversation's id. */
  book(dialogue: Dialogue): Promise<string>;
  /** A token for one side of a conversation. */
  token(dialogue: Dialogue, side: Side): Promise<string>;
  close(): Promise<void>;
}

const TOKEN_SECONDS = 12 * 60 * 60;

/**
 * Signs in to a server. Each replay has users and bookings of its own, so that one can follow another.
 * @throws CommandError when the server cannot be reached or refuses the credentials.
 */
export async function openHost(url: string, site: SiteKeys): Promise<ReplayHost> {
  const run = randomToken(6);
  const sign = (sub: string, role: 'admin' | Side): Promise<string> =>
    signUserToken(site, { sub, role, name: sub, expiresInSeconds: TOKEN_SECONDS, now: systemClock.now() });
  const admin = createChatClient({ url, token: await sign(`replay-${run}`, 'admin') });
  const issued = await createApiKey(admin, { clientId: randomToken(24), name: `replay ${run}` }).catch(async (error: unknown) => {
    await admin.close();
    throw new CommandError(`unable to replay; ${url} does not take the credentials of site ${site.publicKey}: ${messageOf(error)}`);
  });
  const backend = createChatClient({ url, token: issued.secret });
  const nameOf = (dialogue: Dialogue, side: Side): string => `replay-${run}-${dialogue.line}-${side}`;
  return {
    async book(dialogue) {
      const { conversation } = await syncBooking(backend, {
        externalId: `replay-${run}-${dialogue.line}`,
        status: 'CONFIRMED',
        title: dialogue.service,
        client: { externalId: nameOf(dialogue, 'client') },
        provider: { externalId: nameOf(dialogue, 'provider') },
        metadata: { ...dialogue.booking },
      });
      if (!conversation) throw new Error('a confirmed booking has no conversation');
      return conversation.id;
    },
    token: (dialogue, side) => sign(nameOf(dialogue, side), side),
    async close() {
      await revokeApiKey(admin, { apiKeyId: issued.apiKey.id }).catch(() => undefined);
      await Promise.all([admin.close(), backend.close()]);
    },
  };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
