import type { WidgetSettings } from '@parley/sdk';
import { useEffect, useRef, useState } from 'react';
import { TextField, textOf } from '../shared/field.js';
import { Problem, useAction } from '../shared/problem.js';

/** What a visitor begins with. */
export interface Question {
  readonly text: string;
  readonly displayName: string;
}

interface BeginProps {
  readonly settings: WidgetSettings;
  readonly onStart: (question: Question) => Promise<unknown>;
}

/** Before anything was asked: a welcome and one question. */
export function Begin({ settings, onStart }: BeginProps) {
  const { run, problem, isRunning } = useAction();
  const [text, setText] = useState('');
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => field.current?.focus(), []);
  return (
    <form className="begin" action={async (form) => void (await run(() => onStart({ text: text.trim(), displayName: textOf(form, 'name') })))}>
      <p className="welcome">{settings.welcomeMessage}</p>
      <div className="field">
        <label htmlFor="question">Your question</label>
        <textarea ref={field} id="question" rows={4} required value={text} placeholder={settings.placeholderText} onChange={({ target }) => setText(target.value)} />
      </div>
      <TextField label="Your name" name="name" hint="If you like" />
      <Problem text={problem} />
      <button className="primary" disabled={isRunning || text.trim() === ''}>
        Start the chat
      </button>
    </form>
  );
}
