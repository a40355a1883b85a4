import { DEMO_SITE, DEMO_USERS } from '../demo/site.js';
import { seedDemo } from '../demo/seed.js';
import { schema } from '../graphql/schema.js';
import { issueApiKey, provisionSite } from '../modules/identity/index.js';
import { withDatabase } from './offline.js';
import { note, say } from './outcome.js';

/** What `parley seed` takes. */
export interface SeedOptions {
  readonly demo?: boolean;
  readonly name: string;
  readonly origin?: readonly string[];
}

/** `parley seed`: makes the demo site, or a site of one's own whose secret and API key are printed once. */
export async function seed(options: SeedOptions): Promise<void> {
  await withDatabase(async (deps, config) => {
    if (options.demo) {
      if (config.databaseUrl !== null) note(DEMO_WARNING);
      await seedDemo(deps, schema);
      say(`the demo site ${DEMO_SITE.publicKey} is there, with ${DEMO_USERS.map((user) => user.id).join(', ')}`);
      return;
    }
    const { site, secret } = await provisionSite(deps, { name: options.name, allowedOrigins: options.origin ?? [] });
    const key = await issueApiKey(deps, { siteId: site.id, name: 'first' });
    say(`public key  ${site.publicKey}`);
    say(`secret      ${secret}`);
    say(`API key     ${key.secret}`);
    note('Keep secret and API key where only your back-end can read them: they are not shown again.');
  });
}

/** Said wherever the demo site is made in a database that others may reach. */
export const DEMO_WARNING = 'WARNING: the secret of the demo site is public. Anybody who can reach this server can be any of its users, admins too.';
