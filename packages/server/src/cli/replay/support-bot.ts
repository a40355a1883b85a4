/** What the bot of a replay is taught, and what its customers make of what it says. */
import type { ChatClient } from '@parley/sdk';
import { chooseAnswer, deleteArticle, endSupport, talkToHuman, upsertArticle } from '@parley/sdk/operations';
import type { Automation } from '@parley/sdk/support';
import type { Example } from '../../modules/knowledge/index.js';
import { patiently } from './patience.js';

/** An article of a replay: questions of one category. */
export interface Lesson {
  readonly category: string;
  readonly questions: readonly string[];
}

/**
 * Takes some questions of each taught category out of a file, spread over its rows: the bot learns these, and the rest is asked. Half of a category at most is taken.
 * Pure.
 * @param each how many of a category, at most 20
 */
export function splitLessons(rows: readonly Example[], of: { readonly isTaught: (category: string) => boolean; readonly each: number }): { readonly lessons: Lesson[]; readonly asked: Example[] } {
  const byCategory = new Map<string, number[]>();
  for (const [index, { category }] of rows.entries()) {
    if (!of.isTaught(category)) continue;
    const known = byCategory.get(category);
    if (known) known.push(index);
    else byCategory.set(category, [index]);
  }
  const taken = new Set<number>();
  const lessons = [...byCategory].flatMap(([category, indexes]): Lesson[] => {
    const count = Math.min(of.each, Math.floor(indexes.length / 2));
    const learnt = Array.from({ length: count }, (_, turn) => indexes[Math.floor((turn * indexes.length) / count)] ?? 0);
    for (const index of learnt) taken.add(index);
    return count === 0 ? [] : [{ category, questions: learnt.map((index) => rows[index]?.text.slice(0, 300) ?? '') }];
  });
  return { lessons, asked: rows.filter((_, index) => !taken.has(index)) };
}

/** Writes the lessons as articles of the site. Answers with the category of each article, by its id. */
export async function teach(admin: ChatClient, lessons: readonly Lesson[], run: string): Promise<ReadonlyMap<string, string>> {
  const categories = new Map<string, string>();
  for (const [index, { category, questions }] of lessons.entries()) {
    const title = category.replaceAll(/[_-]+/g, ' ');
    const article = { key: `replay-${run}-${index}`, title, answer: `This is what we know about ${title}.`, questions: [...questions], category: 'replay' };
    const { article: made } = await patiently(() => upsertArticle(admin, article));
    categories.set(made.id, category);
  }
  return categories;
}

/** Takes the articles away again. */
export async function unteach(admin: ChatClient, articleIds: Iterable<string>): Promise<void> {
  for (const articleId of articleIds) await patiently(() => deleteArticle(admin, { articleId }));
}

/** What a customer does about what the bot said. */
export interface BotTalk {
  readonly caseId: string;
  readonly messageId: string;
  /** What the customer's question is about, and what each article is. */
  readonly category: string;
  readonly categories: ReadonlyMap<string, string>;
}

/**
 * Answers the bot as a customer does who knows what they asked: content with the right answer, they end the case; of choices they take the right one; otherwise they ask for a person.
 * @returns whether the answer was right
 */
export async function answerBot(client: ChatClient, said: Automation, talk: BotTalk): Promise<boolean> {
  const { caseId, messageId } = talk;
  const isRight = (articleId: string): boolean => talk.categories.get(articleId) === talk.category;
  if (said.kind === 'answer') {
    if (isRight(said.articleId)) {
      await patiently(() => endSupport(client, { caseId }));
      return true;
    }
    await patiently(() => talkToHuman(client, { caseId }));
  } else if (said.kind === 'choices') {
    const right = said.choices.find(({ articleId }) => isRight(articleId));
    if (right) await patiently(() => chooseAnswer(client, { messageId, articleId: right.articleId }));
    else await patiently(() => talkToHuman(client, { caseId }));
  }
  return false;
}
