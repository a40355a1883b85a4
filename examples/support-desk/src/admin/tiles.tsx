/** Figures side by side, each above what it counts. */
export function Tiles({ tiles }: { readonly tiles: readonly (readonly [text: string, figure: number | string])[] }) {
  return (
    <ul className="tiles">
      {tiles.map(([text, figure]) => (
        <li key={text} className="tile">
          <strong>{figure}</strong>
          <span>{text}</span>
        </li>
      ))}
    </ul>
  );
}
