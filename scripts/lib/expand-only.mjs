/** A line of a migration with which its author says why no running version needs what it takes away. */
const CONTRACT = /^-- contract: \S.*$/m;

/** What a node of the version before may still need, and how SQL takes it away. */
const TAKEN = [
  [/\bDROP\s+(TABLE|COLUMN|INDEX|TYPE|CONSTRAINT|VIEW|FUNCTION|SEQUENCE)\b/i, 'drops something'],
  [/\bRENAME\b/i, 'renames something'],
  [/\bALTER\s+COLUMN\s+\S+\s+(SET\s+DATA\s+)?TYPE\b/i, 'changes the type of a column'],
  [/\bALTER\s+COLUMN\s+\S+\s+SET\s+NOT\s+NULL\b/i, 'forbids null in a column'],
  [/\bALTER\s+COLUMN\s+\S+\s+DROP\s+DEFAULT\b/i, 'takes the default of a column away'],
];

const ADDED_COLUMN = /\bADD\s+COLUMN\s+(?:[^,;()]|\([^()]*\))*/gi;

/**
 * What in a migration can break a node of the version before, which runs beside it during an upgrade. Empty for one that only adds, and for one that
 * says `-- contract: why nothing that still runs needs it`.
 */
export function takesAway(sql) {
  if (CONTRACT.test(sql)) return [];
  const code = sql.replace(/--.*$/gm, '');
  const found = TAKEN.filter(([pattern]) => pattern.test(code)).map(([, says]) => says);
  for (const [column] of code.matchAll(ADDED_COLUMN)) {
    if (/\bNOT\s+NULL\b/i.test(column) && !/\bDEFAULT\b/i.test(column)) found.push(`wants a value that older nodes do not write: ${column.trim().replace(/\s+/g, ' ')}`);
  }
  return found;
}
