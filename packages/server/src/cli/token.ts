import type { Role } from '../kernel/words.js';
import { DEMO_SITE } from '../demo/site.js';
import { StartupError } from '../db/index.js';
import { systemClock } from '../kernel/clock.js';
import { signUserToken } from '../modules/identity/index.js';
import { withDatabase } from './offline.js';
import { CommandError, say } from './outcome.js';

/** What `parley token` takes. */
export interface TokenOptions {
  readonly user: string;
  readonly role: Exclude<Role, 'system'>;
  readonly site?: string;
  readonly name?: string;
  readonly hours: number;
}

interface Signer {
  readonly publicKey: string;
  readonly secret: string;
}

/** `parley token`: prints a token and nothing else on standard output. */
export async function token(options: TokenOptions): Promise<void> {
  if (options.hours < 1 || options.hours > 24) throw new CommandError('unable to sign token; --hours is not between 1 and 24');
  const signer = await findSigner(options.site ?? null);
  say(
    await signUserToken(signer, {
      sub: options.user,
      role: options.role,
      ...(options.name === undefined ? {} : { name: options.name }),
      expiresInSeconds: options.hours * 3600,
      now: systemClock.now(),
    }),
  );
}

async function findSigner(publicKey: string | null): Promise<Signer> {
  try {
    return await withDatabase(async ({ db }) => {
      const select = { publicKey: true, secret: true } as const;
      const wanted = publicKey ?? DEMO_SITE.publicKey;
      const site =
        (await db.prisma.site.findUnique({ where: { publicKey: wanted }, select })) ??
        (publicKey === null ? await db.prisma.site.findFirst({ orderBy: { createdAt: 'asc' }, select }) : null);
      if (site) return site;
      throw new CommandError(
        publicKey === null
          ? 'unable to sign token; there is no site yet: make one with `parley seed`'
          : `unable to sign token; there is no site ${publicKey}`,
      );
    });
  } catch (error) {
    // The embedded database is the running server's; of its sites, the demo site's secret is known without it.
    const isDemo = publicKey === null || publicKey === DEMO_SITE.publicKey;
    if (isDemo && error instanceof StartupError && error.message.includes('is using it')) return DEMO_SITE;
    throw error;
  }
}
