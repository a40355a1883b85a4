import { useAutomationSettings } from '@parley/react/support';
import { TextField, numberOf, textOf } from '../shared/field.js';
import { Page } from './page.js';
import { SaveForm } from './save-form.js';

const variables = ['{{customer.name}}', '{{site.name}}', '{{queue.name}}', '{{queue.position}}', '{{case.subject}}', '{{waited.minutes}}', '{{hours.nextOpening}}'];

/** What the server says by itself, and how sure the bot must be. An empty text is not said. */
export function AutomationPage() {
  const { settings, status, error, retry, update } = useAutomationSettings();
  const save = (form: FormData) =>
    update({
      welcomeText: textOf(form, 'welcomeText'),
      outOfHoursText: textOf(form, 'outOfHoursText'),
      waitingText: textOf(form, 'waitingText'),
      waitingAfterSeconds: numberOf(form, 'waitingAfterSeconds'),
      waitingMost: numberOf(form, 'waitingMost'),
      inactivityText: textOf(form, 'inactivityText'),
      inactivityAfterSeconds: numberOf(form, 'inactivityAfterSeconds'),
      isBotOn: form.get('isBotOn') === 'on',
      answerFrom: numberOf(form, 'answerFrom'),
      offerFrom: numberOf(form, 'offerFrom'),
      maxChoices: numberOf(form, 'maxChoices'),
      choicesText: textOf(form, 'choicesText'),
      handOverText: textOf(form, 'handOverText'),
    });
  return (
    <Page title="Automation" about="What is said by itself, and how sure the bot must be. An empty text is not said." status={status} error={error} onRetry={retry}>
      {settings === null ? null : (
        <SaveForm onSave={save}>
          <section className="form card" aria-labelledby="automation-messages">
            <h2 id="automation-messages">Messages</h2>
            <p className="hint">
              Filled in when they are said:{' '}
              {variables.map((variable) => (
                <code key={variable}>{variable} </code>
              ))}
            </p>
            <TextField label="When a case begins" name="welcomeText" rows={2} defaultValue={settings.welcomeText} />
            <TextField label="Instead, outside of the opening hours" name="outOfHoursText" rows={2} defaultValue={settings.outOfHoursText} />
            <TextField label="To somebody who waits for an agent" name="waitingText" rows={2} defaultValue={settings.waitingText} />
            <div className="form-row">
              <TextField label="After, and between two, seconds" name="waitingAfterSeconds" type="number" min={10} max={86_400} required defaultValue={String(settings.waitingAfterSeconds)} />
              <TextField label="At most so many in a wait" name="waitingMost" type="number" min={0} max={20} required defaultValue={String(settings.waitingMost)} />
            </div>
            <TextField label="To a customer who does not answer" name="inactivityText" rows={2} defaultValue={settings.inactivityText} />
            <div className="form-row">
              <TextField label="After, seconds of silence" name="inactivityAfterSeconds" type="number" min={30} max={604_800} required defaultValue={String(settings.inactivityAfterSeconds)} />
            </div>
          </section>
          <section className="form card" aria-labelledby="automation-bot">
            <h2 id="automation-bot">The bot</h2>
            <label className="check">
              <input type="checkbox" name="isBotOn" defaultChecked={settings.isBotOn} /> Answers in queues that begin with it
            </label>
            <div className="form-row">
              <TextField label="Answers from a score of" name="answerFrom" type="number" min={0} max={1} step="any" required hint="0 to 1" defaultValue={String(settings.answerFrom)} />
              <TextField label="Offers choices from" name="offerFrom" type="number" min={0} max={1} step="any" required hint="Below, it hands over" defaultValue={String(settings.offerFrom)} />
              <TextField label="At most so many choices" name="maxChoices" type="number" min={1} max={5} required defaultValue={String(settings.maxChoices)} />
            </div>
            <TextField label="Above the choices" name="choicesText" rows={2} required defaultValue={settings.choicesText} />
            <TextField label="When it hands over to a person" name="handOverText" rows={2} defaultValue={settings.handOverText} />
          </section>
        </SaveForm>
      )}
    </Page>
  );
}
