import type { FaqMatch } from '../knowledge/index.js';
import type { AutomationSettings } from './settings.js';

/** What the bot does with a question. */
export type Plan =
  | { readonly outcome: 'answer'; readonly articleIds: readonly [string]; readonly score: number | null }
  | { readonly outcome: 'choices'; readonly articleIds: readonly string[]; readonly score: number }
  | { readonly outcome: 'hand_over'; readonly articleIds: readonly []; readonly score: number | null };

/** Answers above one threshold, asks between two, hands over below. Pure; matches come best first. */
export function planFor(matches: readonly FaqMatch[], settings: Pick<AutomationSettings, 'isBotOn' | 'answerFrom' | 'offerFrom' | 'maxChoices'>): Plan {
  const [best] = matches;
  if (!best || !settings.isBotOn) return { outcome: 'hand_over', articleIds: [], score: null };
  if (best.score >= settings.answerFrom) return { outcome: 'answer', articleIds: [best.articleId], score: best.score };
  const choices = matches.filter(({ score }) => score >= settings.offerFrom).slice(0, settings.maxChoices);
  if (choices.length === 0) return { outcome: 'hand_over', articleIds: [], score: best.score };
  return { outcome: 'choices', articleIds: choices.map(({ articleId }) => articleId), score: best.score };
}
