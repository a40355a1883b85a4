import 'react';

const hues = [231, 24, 168, 290, 205, 340, 95];

const hueOf = (name: string): number => hues[[...name].reduce((total, letter) => total + (letter.codePointAt(0) ?? 0), 0) % hues.length] ?? 0;

const initialsOf = (name: string): string =>
  name
    .split(/\s+/)
    .map((word) => word.match(/\p{L}/u)?.[0] ?? '')
    .join('')
    .slice(0, 2)
    .toUpperCase();

declare module 'react' {
  // The colour of a face, as base.css reads it.
  interface CSSProperties {
    '--hue'?: number;
  }
}

/** The face of somebody: initials, with a dot where there is a `tone`. The name stands beside it, so this is only for the eye. */
export function Avatar({ name, tone }: { readonly name: string; readonly tone?: string | undefined }) {
  return (
    <span className="avatar" style={{ '--hue': hueOf(name) }} aria-hidden="true">
      {initialsOf(name)}
      {tone === undefined ? null : <span className="avatar-dot" data-tone={tone} />}
    </span>
  );
}
