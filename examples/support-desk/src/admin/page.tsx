import type { ReactNode } from 'react';
import type { ChatError } from '@parley/sdk';
import { Failure } from '../shared/problem.js';

interface PageProps {
  readonly title: string;
  readonly about: string;
  /** As hooks have it. */
  readonly status: 'idle' | 'loading' | 'ready' | 'failed';
  readonly error: ChatError | null;
  readonly onRetry: () => void;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** The frame of each page: its title, and what stands there until its content is loaded. */
export function Page({ title, about, status, error, onRetry, actions, children }: PageProps) {
  return (
    <section className="page" aria-label={title} aria-busy={status === 'loading'}>
      <header className="page-header">
        <div>
          <h1>{title}</h1>
          <p>{about}</p>
        </div>
        {actions}
      </header>
      <Failure status={status} error={error} onRetry={onRetry} />
      {status === 'loading' || status === 'idle' ? <p className="hint">Loading</p> : null}
      {status === 'ready' ? children : null}
    </section>
  );
}
