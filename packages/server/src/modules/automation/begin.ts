import type { Deps } from '../../deps.js';
import { lockCase } from '../queues/index.js';
import { type Facts, settingOf } from './facts.js';
import { speak } from './speak.js';
import { noteCase } from './store.js';
import { render } from './texts.js';

/** Cases older than this when they are first seen were there before automation was: they are not welcomed. */
const FRESH_MS = 10 * 60_000;

/** Welcomes the customer of a new case, once; where nobody is there and no bot answers, it says that instead. */
export async function beginCase(deps: Deps, facts: Facts): Promise<void> {
  const { settings, siteId, conversationId } = facts;
  const setting = await settingOf(deps, facts);
  const now = deps.clock.now();
  const isAway = !setting.isOpen && facts.control !== 'bot' && settings.outOfHoursText !== '';
  const text = render(isAway ? settings.outOfHoursText : settings.welcomeText, setting.values);
  await deps.db.transaction(async (tx) => {
    const row = await lockCase(tx, facts);
    if (!row || !(await noteCase(tx, { ...facts, now }))) return;
    if (text.trim() === '' || row.status !== 'queued' || now.getTime() - facts.createdAt.getTime() > FRESH_MS) return;
    const kind = isAway ? 'outOfHours' : 'welcome';
    await speak(deps, tx, { siteId, conversationId, kind, text, clientId: `auto:${kind}`, maxLength: setting.maxLength, now });
  });
}
