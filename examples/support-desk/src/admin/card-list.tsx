import type { ReactNode } from 'react';
import { Problem, useAction } from '../shared/problem.js';

interface CardListProps<Item> {
  readonly items: readonly Item[];
  readonly keyOf: (item: Item) => string;
  /** What stands there without any. */
  readonly none: string;
  readonly onEdit: (item: Item) => void;
  /** Without it nothing is deleted here. */
  readonly onDelete?: (item: Item) => Promise<unknown>;
  readonly children: (item: Item) => ReactNode;
}

/** What an admin edits, each on a card; says why one could not be deleted. */
export function CardList<Item>({ items, keyOf, none, onEdit, onDelete, children }: CardListProps<Item>) {
  const { run, problem, isRunning } = useAction();
  return (
    <>
      <Problem text={problem} />
      <ul className="cards">
        {items.map((item) => (
          <li key={keyOf(item)} className="card">
            {children(item)}
            <footer>
              <button onClick={() => onEdit(item)}>Edit</button>
              {onDelete === undefined ? null : (
                <button className="danger" disabled={isRunning} onClick={() => void run(() => onDelete(item))}>
                  Delete
                </button>
              )}
            </footer>
          </li>
        ))}
      </ul>
      {items.length === 0 ? <p className="hint">{none}</p> : null}
    </>
  );
}
