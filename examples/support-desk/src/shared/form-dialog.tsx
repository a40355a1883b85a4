import type { ReactNode } from 'react';
import { Dialog } from './dialog.js';
import { Problem, useAction } from './problem.js';

interface FormDialogProps {
  readonly title: string;
  /** What the button that sends it says. Default: Save. */
  readonly submit?: string;
  /** Does what was filled in: the dialog closes when that succeeds, and says why it did not otherwise. */
  readonly onSubmit: (form: FormData) => Promise<unknown>;
  readonly onClose: () => void;
  /** Beside the button. */
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** A dialog around a form. */
export function FormDialog({ title, submit = 'Save', onSubmit, onClose, actions, children }: FormDialogProps) {
  const { run, problem, isRunning } = useAction();
  return (
    <Dialog title={title} onClose={onClose}>
      {/* An `action` would empty the fields when the server says no. */}
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          const form = new FormData(event.currentTarget);
          void run(() => onSubmit(form)).then((isDone) => {
            if (isDone) onClose();
          });
        }}
      >
        {children}
        <Problem text={problem} />
        <footer>
          <button className="primary" disabled={isRunning}>
            {submit}
          </button>
          {actions}
        </footer>
      </form>
    </Dialog>
  );
}
