export { type FaqMatch, matchQuestion } from './faq-index.js';
export { type Candidate, type Example, FaqModel } from './faq-model.js';
export { countReader } from './readers.js';
export { articlesNow, type BotArticle } from './store.js';
