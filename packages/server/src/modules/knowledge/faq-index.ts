import type { Deps } from '../../deps.js';
import { FaqModel } from './faq-model.js';
import { type Asking, fits } from './policy.js';
import { baseVersion, examplesOf, type LearntArticle, learntArticles } from './store.js';

/** The most questions that the models of one node hold together; the site that asked longest ago is forgotten first. */
const MAX_HELD = 10_000;

/** What a site's articles have taught, at one version of them. */
interface Learnt {
  readonly version: number;
  readonly model: FaqModel;
  readonly articles: ReadonlyMap<string, LearntArticle>;
}

/** The article that may answer a question. */
export interface FaqMatch {
  readonly articleId: string;
  /** How sure that is, 0 to 1. */
  readonly score: number;
}

/** The models of one node by site, in the order in which they were last asked. */
class FaqIndex {
  readonly #deps: Deps;
  readonly #learnt = new Map<string, Learnt>();
  readonly #learning = new Map<string, Promise<Learnt>>();

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  /** What a site's articles teach now: one small query while nothing has changed, whichever node changed it. */
  async of(siteId: string): Promise<Learnt> {
    const version = await baseVersion(this.#deps, siteId);
    const known = this.#learnt.get(siteId);
    if (known && known.version >= version) {
      this.#learnt.delete(siteId);
      this.#learnt.set(siteId, known);
      return known;
    }
    const under = this.#learning.get(siteId);
    // What is being learnt may be older than what was just read, so it is looked at again.
    if (under) return under.then(() => this.of(siteId));
    const learning = this.#learn(siteId).finally(() => this.#learning.delete(siteId));
    this.#learning.set(siteId, learning);
    return learning;
  }

  async #learn(siteId: string): Promise<Learnt> {
    const { version, articles } = await learntArticles(this.#deps, siteId);
    const model = await FaqModel.learn(examplesOf(articles));
    const learnt = { version, model, articles: new Map(articles.map((article) => [article.id, article])) };
    this.#learnt.delete(siteId);
    this.#learnt.set(siteId, learnt);
    let held = [...this.#learnt.values()].reduce((sum, each) => sum + each.model.size, 0);
    for (const [oldest, each] of this.#learnt) {
      if (held <= MAX_HELD || oldest === siteId) break;
      this.#learnt.delete(oldest);
      held -= each.model.size;
    }
    return learnt;
  }
}

const indexes = new WeakMap<Deps['db'], FaqIndex>();

/**
 * The active articles that may answer a question, best first: of those that serve the language and the page of whoever asks. An article for certain pages
 * answers on these alone. What was changed on any node, and committed, is known.
 */
export async function matchQuestion(deps: Deps, siteId: string, question: Asking & { readonly text: string; readonly most: number }): Promise<FaqMatch[]> {
  const index = indexes.get(deps.db) ?? new FaqIndex(deps);
  indexes.set(deps.db, index);
  const { model, articles } = await index.of(siteId);
  const isAllowed = (articleId: string): boolean => {
    const article = articles.get(articleId);
    return article !== undefined && fits(article, question);
  };
  return model.classify(question.text, { most: question.most, isAllowed }).map(({ category, score }) => ({ articleId: category, score }));
}
