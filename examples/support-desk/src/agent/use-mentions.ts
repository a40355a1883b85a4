import { useViewer } from '@parley/react';
import type { NotesResult } from '@parley/react/support';
import type { Person } from '@parley/sdk';
import { useEffect, useState } from 'react';
import { useChoice } from '../shared/use-choice.js';

/** What is behind the `@` before the caret; null where there is none. */
const prefixOf = (before: string): string | null => /(?:^|\s)@([^\s@]{0,40})$/u.exec(before)?.[1] ?? null;

interface Field {
  readonly text: string;
  readonly caret: number;
  readonly setText: (text: string) => void;
  /** Asks for colleagues by the beginning of their name. */
  readonly colleagues: NotesResult['colleagues'];
  readonly onProblem: (error: unknown) => void;
}

/** Colleagues for a field: open while the caret stands behind an `@` and the beginning of a name. */
export function useMentions({ text, caret, setText, colleagues, onProblem }: Field) {
  const me = useViewer();
  const prefix = prefixOf(text.slice(0, caret));
  const [found, setFound] = useState<readonly Person[]>([]);
  const [named, setNamed] = useState<readonly Person[]>([]);
  const [leftAt, setLeftAt] = useState<string | null>(null);
  const isOpen = prefix !== null && leftAt !== text;

  useEffect(() => {
    if (prefix === null) return undefined;
    let isOld = false;
    colleagues(prefix).then(
      (people) => {
        if (!isOld) setFound(people);
      },
      (error: unknown) => {
        if (!isOld) onProblem(error);
      },
    );
    return () => {
      isOld = true;
    };
    // Only another beginning asks again.
  }, [prefix, colleagues]);

  const fitting = found.filter(({ id, displayName }) => id !== me?.id && displayName.toLowerCase().startsWith((prefix ?? '').toLowerCase()));
  const choose = (person: Person) => {
    const begin = caret - (prefix ?? '').length;
    setText(`${text.slice(0, begin)}${person.displayName} ${text.slice(caret)}`);
    setNamed((before) => [...before.filter(({ id }) => id !== person.id), person]);
  };
  const { active, onKey } = useChoice({ items: fitting, isOpen, onChoose: choose, onLeave: () => setLeftAt(text) });
  /** Ids of those who were chosen and whose names still stand in a text. */
  const mentionsIn = (written: string): string[] => named.filter(({ displayName }) => written.includes(`@${displayName}`)).map(({ id }) => id);
  return { isOpen, people: fitting, active, choose, onKey, mentionsIn };
}
