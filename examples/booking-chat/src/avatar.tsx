const hues = [168, 24, 262, 205, 340, 95];

const hueOf = (name: string): number => {
  const sum = [...name].reduce((total, letter) => total + (letter.codePointAt(0) ?? 0), 0);
  return hues[sum % hues.length] ?? 0;
};

const initialsOf = (name: string): string =>
  name
    .split(/\s+/)
    .map((word) => word.match(/\p{L}/u)?.[0] ?? '')
    .join('')
    .slice(0, 2)
    .toUpperCase();

/** The face of a person: initials, and a dot while online. The name stands beside it, so this is only for the eye. */
export function Avatar({ name, isOnline = false }: { readonly name: string; readonly isOnline?: boolean }) {
  return (
    <span className="avatar" style={{ '--hue': hueOf(name) }} aria-hidden="true">
      {initialsOf(name)}
      {isOnline ? <span className="avatar-dot" /> : null}
    </span>
  );
}
