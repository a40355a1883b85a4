import { useKnowledge } from '@parley/react/support';
import type { Article, ArticleMatch } from '@parley/sdk';
import { useState } from 'react';
import { TextField, textOf } from '../shared/field.js';
import { FormDialog } from '../shared/form-dialog.js';
import { Problem, useAction } from '../shared/problem.js';
import { CardList } from './card-list.js';
import { Page } from './page.js';

const percent = (score: number) => `${Math.round(score * 100)} %`;

/** What the bot would make of a question: nothing is sent and nothing counted. */
function Trial({ match }: { readonly match: (text: string) => Promise<readonly ArticleMatch[]> }) {
  const [matches, setMatches] = useState<readonly ArticleMatch[] | null>(null);
  const { run, problem, isRunning } = useAction();
  return (
    <section className="card" aria-label="Try the bot">
      <h2>Try the bot</h2>
      <form className="form" action={async (form) => void (await run(async () => setMatches(await match(textOf(form, 'text')))))}>
        <TextField label="A customer asks" name="text" required placeholder="How much is a piano?" />
          <footer>
          <button disabled={isRunning}>Ask</button>
        </footer>
      </form>
      {matches === null ? null : (
        <ol className="steps" role="status">
          {matches.map(({ article, score }) => (
            <li key={article.id}>
              <strong>{percent(score)}</strong> {article.title}
            </li>
          ))}
          {matches.length === 0 ? <li>No article answers this.</li> : null}
        </ol>
      )}
    </section>
  );
}

/** The articles that the bot answers with, and agents read. */
export function KnowledgePage() {
  const [query, setQuery] = useState('');
  const { articles, status, error, retry, hasMore, loadMore, upsert, remove, match } = useKnowledge(query.trim() === '' ? {} : { query });
  const [edited, setEdited] = useState<Article | 'new' | null>(null);
  const article = edited === 'new' ? null : edited;

  const save = (form: FormData) =>
    upsert({
      key: article?.key ?? crypto.randomUUID(),
      title: textOf(form, 'title'),
      answer: textOf(form, 'answer'),
      questions: textOf(form, 'questions').split('\n').map((line) => line.trim()).filter((line) => line !== ''),
      category: textOf(form, 'category'),
      pagePattern: textOf(form, 'pagePattern') || null,
      isActive: form.get('isActive') === 'on',
    });
  return (
    <Page
      title="Knowledge"
      about="Articles that the bot answers with, and agents look up."
      status={articles.length > 0 ? 'ready' : status}
      error={error}
      onRetry={retry}
      actions={
        <div className="page-actions">
          <input type="search" aria-label="Find an article" placeholder="Find" value={query} onChange={({ target }) => setQuery(target.value)} />
          <button className="primary" onClick={() => setEdited('new')}>
            New article
          </button>
        </div>
      }
    >
      <CardList items={articles} keyOf={(each) => each.id} none={query === '' ? 'No article yet.' : 'Nothing found.'} onEdit={setEdited} onDelete={(each) => remove(each.id)}>
        {(each) => (
          <>
            <header>
              <h2>{each.title}</h2>
              {each.category === '' ? null : <span className="chip">{each.category}</span>}
              {each.isActive ? null : <span className="chip" data-tone="bad">off</span>}
            </header>
            <p className="clamped">{each.answer}</p>
            <p className="hint">
              read {each.viewCount} times, helped {each.helpfulCount} of {each.helpfulCount + each.unhelpfulCount}
            </p>
          </>
        )}
      </CardList>
      {hasMore ? <button onClick={() => void loadMore()}>More</button> : null}
      <Trial match={match} />
      {edited === null ? null : (
        <FormDialog title={article?.title ?? 'New article'} onSubmit={save} onClose={() => setEdited(null)}>
          <TextField label="Title" name="title" required defaultValue={article?.title ?? ''} />
          <TextField label="Answer" name="answer" required rows={4} defaultValue={article?.answer ?? ''} />
          <TextField label="Ways to ask it" name="questions" rows={4} hint="One a line; five do much" defaultValue={article?.questions.join('\n') ?? ''} />
          <div className="form-row">
            <TextField label="Category" name="category" defaultValue={article?.category ?? ''} />
            <TextField label="Only on pages" name="pagePattern" hint="Such as /prices/*" defaultValue={article?.pagePattern ?? ''} />
          </div>
          <label className="check">
            <input type="checkbox" name="isActive" defaultChecked={article?.isActive ?? true} /> The bot may answer with it
          </label>
        </FormDialog>
      )}
    </Page>
  );
}
