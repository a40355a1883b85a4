import { useState, type ReactNode } from 'react';
import { Problem, useAction } from '../shared/problem.js';

interface SaveFormProps {
  readonly onSave: (form: FormData) => Promise<unknown>;
  readonly className?: string;
  readonly children: ReactNode;
}

/** A form that stands on its page and can be saved again and again; what was typed stays when the server says no. */
export function SaveForm({ onSave, className = 'page', children }: SaveFormProps) {
  const { run, problem, isRunning } = useAction();
  const [isSaved, setIsSaved] = useState(false);
  return (
    <form
      className={className}
      onChange={() => setIsSaved(false)}
      onSubmit={(event) => {
        event.preventDefault();
        const form = new FormData(event.currentTarget);
        setIsSaved(false);
        void run(() => onSave(form)).then(setIsSaved);
      }}
    >
      {children}
      <Problem text={problem} />
      <footer className="save-row">
        <button className="primary" disabled={isRunning}>
          Save
        </button>
        <p role="status" className="hint">
          {isSaved ? 'Saved.' : ''}
        </p>
      </footer>
    </form>
  );
}
