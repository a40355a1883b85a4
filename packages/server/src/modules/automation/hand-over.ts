import type { Tx } from '../../db/contract.js';
import type { Deps } from '../../deps.js';
import { supportCaseFor } from '../../kernel/case-view.js';
import { notFound } from '../../kernel/errors.js';
import type { Viewer } from '../../kernel/viewer.js';
import type { SupportCaseView } from '../../kernel/views.js';
import { ensureSiteBot } from '../identity/index.js';
import { accessCase, accessCaseIn, CASE_RULES, changeCase, isWithBot, type LockedCase } from '../queues/index.js';
import { type Facts, factsOf, type Setting, settingOf } from './facts.js';
import { speak } from './speak.js';
import { noteHandOver } from './store.js';
import { render } from './texts.js';

/** A case to be handed over, inside a transaction that holds it. */
export interface HandOver {
  readonly row: LockedCase;
  readonly facts: Facts;
  readonly setting: Setting;
  /** Who asked for it; null when the bot decided, who is the actor then. */
  readonly actorId: string | null;
  readonly now: Date;
}

/** Puts a case that the bot leads into the line, at the place of its beginning, and says so. Answers with the case and the newest number. */
export async function handOver(deps: Deps, tx: Tx, { row, facts, setting, actorId, now }: HandOver): Promise<{ readonly view: SupportCaseView; readonly seq: number }> {
  const by = actorId ?? (await ensureSiteBot(tx, { ...facts, now }));
  const { view, seq } = await changeCase(deps, tx, { before: row, set: { control: 'queue' }, actorId: by, now });
  await noteHandOver(tx, { ...facts, now });
  const { handOverText, outOfHoursText } = facts.settings;
  const isAway = !setting.isOpen && outOfHoursText !== '';
  const text = render(isAway ? outOfHoursText : handOverText, setting.values);
  if (text.trim() === '') return { view, seq };
  const kind = isAway ? 'outOfHours' : 'handOver';
  const said = await speak(deps, tx, { ...facts, kind, text, clientId: `auto:handOver:${view.version}`, maxLength: setting.maxLength, now });
  return { view, seq: said.seq };
}

/**
 * The customer wants a person: the bot is out of it from now on. Where it already is, nothing changes.
 * @throws ChatError NOT_FOUND, FORBIDDEN
 */
export async function talkToHuman(deps: Deps, viewer: Viewer, caseId: string): Promise<{ readonly view: SupportCaseView; readonly seq: number }> {
  const operation = 'talk to human';
  const request = { caseId, need: CASE_RULES.talk_to_human.need, operation };
  await accessCase(deps, viewer, request);
  const facts = await factsOf(deps, caseId);
  if (!facts) throw notFound(operation, 'case');
  const setting = await settingOf(deps, facts);
  const now = deps.clock.now();
  return deps.db.transaction(async (tx) => {
    const row = await accessCaseIn(tx, viewer, request);
    const { view, seq } = isWithBot(row) ? await handOver(deps, tx, { row, facts, setting, actorId: viewer.userId, now }) : { view: row.view, seq: row.lastSeq };
    return { view: supportCaseFor(false, view), seq };
  });
}
