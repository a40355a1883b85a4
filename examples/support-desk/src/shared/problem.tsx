import { isChatError, type ChatError } from '@parley/sdk';
import { useCallback, useState } from 'react';

/** What went wrong with something that the person did, as the server says it. */
export function problemOf(error: unknown): string {
  return isChatError(error) ? error.message : 'unable to do that; something went wrong';
}

/** Runs what a person starts and keeps why it failed, until the next one. */
export function useAction() {
  const [problem, setProblem] = useState<string | null>(null);
  const [isRunning, setIsRunning] = useState(false);
  const run = useCallback(async (act: () => Promise<unknown>): Promise<boolean> => {
    setProblem(null);
    setIsRunning(true);
    try {
      await act();
      return true;
    } catch (error) {
      setProblem(problemOf(error));
      return false;
    } finally {
      setIsRunning(false);
    }
  }, []);
  return { run, problem, isRunning };
}

/** The line that says it. */
export function Problem({ text }: { readonly text: string | null }) {
  return text === null ? null : (
    <p role="alert" className="problem">
      {text}
    </p>
  );
}

/** What a hook says of what it could not load, and the way to try again. */
export function Failure({ status, error, onRetry }: { readonly status: string; readonly error: ChatError | null; readonly onRetry: () => void }) {
  return status === 'failed' ? (
    <p role="alert" className="problem">
      {error?.message} <button onClick={onRetry}>Try again</button>
    </p>
  ) : null;
}
