import { isChatError } from '@parley/sdk';
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
