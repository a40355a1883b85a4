import type { ReactNode } from 'react';

interface SuggestionsProps<Item extends { readonly id: string }> {
  /** Id of the list; its options are `${id}-${item.id}`. */
  readonly id: string;
  readonly label: string;
  readonly items: readonly Item[];
  readonly active: Item | null;
  readonly onChoose: (item: Item) => void;
  /** What stands there without any. */
  readonly none: string;
  readonly children: (item: Item) => ReactNode;
}

/** What can be put into the field below; the keys are pressed there. */
export function Suggestions<Item extends { readonly id: string }>({ id, label, items, active, onChoose, none, children }: SuggestionsProps<Item>) {
  if (items.length === 0) {
    return (
      <p className="suggestions hint" role="status">
        {none}
      </p>
    );
  }
  return (
    <ul className="suggestions" role="listbox" id={id} aria-label={label}>
      {items.map((item) => (
        <li
          key={item.id}
          id={`${id}-${item.id}`}
          role="option"
          aria-selected={item.id === active?.id}
          // The field keeps the focus.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onChoose(item)}
        >
          {children(item)}
        </li>
      ))}
    </ul>
  );
}
