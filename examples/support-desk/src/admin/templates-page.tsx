import { useTemplates } from '@parley/react/support';
import type { QuickReply } from '@parley/sdk';
import { useState } from 'react';
import { TextField, textOf } from '../shared/field.js';
import { FormDialog } from '../shared/form-dialog.js';
import { CardList } from './card-list.js';
import { Page } from './page.js';

const variables = '{{me.name}}, {{client.name}}, {{booking.title}}, {{booking.startsAt}} and others are filled in.';

/** The site's templates: what agents put in with a slash. */
export function TemplatesPage() {
  const [prefix, setPrefix] = useState('');
  const { templates, status, error, retry, hasMore, loadMore, create, update, remove } = useTemplates({ prefix });
  /** The one that is edited; `new` for one that is not there yet. */
  const [edited, setEdited] = useState<QuickReply | 'new' | null>(null);

  const save = (form: FormData) => {
    const fields = { shortcut: textOf(form, 'shortcut'), title: textOf(form, 'title'), text: textOf(form, 'text') };
    return edited === 'new' || edited === null ? create({ ...fields, isShared: true }) : update({ ...fields, quickReplyId: edited.id });
  };
  return (
    <Page
      title="Templates"
      about="Texts that agents put in with a slash."
      status={templates.length > 0 ? 'ready' : status}
      error={error}
      onRetry={retry}
      actions={
        <div className="page-actions">
          <input type="search" aria-label="Find a template" placeholder="Find" value={prefix} onChange={({ target }) => setPrefix(target.value)} />
          <button className="primary" onClick={() => setEdited('new')}>
            New template
          </button>
        </div>
      }
    >
      <CardList items={templates} keyOf={(template) => template.id} none={prefix === '' ? 'No template yet.' : 'No template begins like this.'} onEdit={setEdited} onDelete={(template) => remove(template.id)}>
        {(template) => (
          <>
            <header>
              <h2>{template.title}</h2>
              <span className="chip">/{template.shortcut}</span>
              <span className="chip">{template.usageCount === 0 ? 'not used yet' : `used ${template.usageCount} times`}</span>
              {template.isShared ? null : <span className="chip">only yours</span>}
            </header>
            <p className="clamped">{template.text}</p>
          </>
        )}
      </CardList>
      {hasMore ? <button onClick={() => void loadMore()}>More</button> : null}
      {edited === null ? null : (
        <FormDialog title={edited === 'new' ? 'New template' : 'Edit template'} onSubmit={save} onClose={() => setEdited(null)}>
          <TextField label="Title" name="title" required defaultValue={edited === 'new' ? '' : edited.title} />
          <TextField label="Shortcut" name="shortcut" required hint="Letters, digits, _ and -" defaultValue={edited === 'new' ? '' : edited.shortcut} />
          <TextField label="Text" name="text" required rows={5} hint={variables} defaultValue={edited === 'new' ? '' : edited.text} />
        </FormDialog>
      )}
    </Page>
  );
}
