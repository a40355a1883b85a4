import { useSiteQuery, useUpdateWidgetSettingsMutation } from '@parley/react/operations';
import type { WidgetPosition } from '@parley/sdk';
import { Field, SelectField, TextField, numberOf, textOf } from '../shared/field.js';
import { Page } from './page.js';
import { SaveForm } from './save-form.js';

const positions: readonly (readonly [WidgetPosition, string])[] = [
  ['BOTTOM_RIGHT', 'Below, right'],
  ['BOTTOM_LEFT', 'Below, left'],
  ['TOP_RIGHT', 'Above, right'],
  ['TOP_LEFT', 'Above, left'],
];
const linesOf = (form: FormData, name: string): string[] => textOf(form, name).split('\n').map((line) => line.trim()).filter((line) => line !== '');

/** How the widget looks and where it stands: pages get it when they are loaded next. */
export function WidgetPage() {
  const { data: site, status, error, refetch } = useSiteQuery();
  const [update] = useUpdateWidgetSettingsMutation();
  const widget = site?.widget;

  const save = async (form: FormData) => {
    await update({
      primaryColor: textOf(form, 'primaryColor'),
      textColor: textOf(form, 'textColor'),
      position: positions.find(([key]) => key === textOf(form, 'position'))?.[0] ?? null,
      welcomeMessage: textOf(form, 'welcomeMessage'),
      placeholderText: textOf(form, 'placeholderText'),
      autoOpen: form.get('autoOpen') === 'on',
      autoOpenDelay: numberOf(form, 'autoOpenDelay'),
      showOnPages: linesOf(form, 'showOnPages'),
      hideOnPages: linesOf(form, 'hideOnPages'),
    });
    await refetch();
  };
  return (
    <Page title="Widget" about="How it looks, and on which pages. Pages get it when they are loaded next." status={status} error={error} onRetry={() => void refetch()}>
      {widget === undefined ? null : (
        <SaveForm className="form card" onSave={save}>
          <div className="form-row">
            <Field label="Colour">{(id) => <input id={id} type="color" name="primaryColor" defaultValue={widget.primaryColor} />}</Field>
            <Field label="Text on it">{(id) => <input id={id} type="color" name="textColor" defaultValue={widget.textColor} />}</Field>
            <SelectField label="Where" name="position" defaultValue={widget.position} options={positions} />
          </div>
          <TextField label="Welcome" name="welcomeMessage" defaultValue={widget.welcomeMessage} />
          <TextField label="In the empty field" name="placeholderText" defaultValue={widget.placeholderText} />
          <div className="form-row">
            <label className="check">
              <input type="checkbox" name="autoOpen" defaultChecked={widget.autoOpen} /> Opens by itself
            </label>
            <TextField label="After, in milliseconds" name="autoOpenDelay" type="number" defaultValue={String(widget.autoOpenDelay)} />
          </div>
          <div className="form-row">
            <TextField label="Only on these pages" name="showOnPages" rows={3} hint="One a line, such as /shop/*; none for all" defaultValue={widget.showOnPages.join('\n')} />
            <TextField label="Never on these" name="hideOnPages" rows={3} defaultValue={widget.hideOnPages.join('\n')} />
          </div>
        </SaveForm>
      )}
    </Page>
  );
}
