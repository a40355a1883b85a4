import { useState, type KeyboardEvent } from 'react';

interface Choices<Item> {
  /** What there is to choose from, in the order shown. */
  readonly items: readonly Item[];
  readonly isOpen: boolean;
  readonly onChoose: (item: Item) => void;
  /** Escape was pressed. */
  readonly onLeave: () => void;
}

/** A choice made from within a field: arrows move, Enter and Tab choose, Escape leaves. */
export function useChoice<Item>({ items, isOpen, onChoose, onLeave }: Choices<Item>) {
  const [place, setPlace] = useState(0);
  const at = Math.max(0, Math.min(place, items.length - 1));
  const active = items[at] ?? null;
  /** Whether the key was for the choice. */
  const onKey = (event: KeyboardEvent): boolean => {
    if (!isOpen) return false;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) setPlace((at + step + items.length) % Math.max(1, items.length));
    else if ((event.key === 'Enter' || event.key === 'Tab') && active !== null) {
      setPlace(0);
      onChoose(active);
    } else if (event.key === 'Escape') onLeave();
    else return false;
    event.preventDefault();
    return true;
  };
  return { active, onKey };
}
