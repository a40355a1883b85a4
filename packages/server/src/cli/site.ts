import { enableSite } from '../modules/identity/index.js';
import { withDatabase } from './offline.js';
import { CommandError, say } from './outcome.js';

/** `parley site enable`: switches on a site that its admins have switched off, and cannot switch on themselves. */
export async function enable(publicKey: string): Promise<void> {
  await withDatabase(async (deps) => {
    const site = await enableSite(deps, publicKey);
    if (!site) throw new CommandError(`unable to switch on; there is no site ${publicKey}`);
    say(`the site ${site.publicKey} (${site.name}) is on; running nodes let people in within 30 seconds`);
  });
}
