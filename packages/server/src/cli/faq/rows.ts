/** Reads questions with their categories out of CSV. */
import { readFile } from 'node:fs/promises';
import { type Example } from '../../modules/knowledge/index.js';
import { CommandError } from '../outcome.js';

/**
 * The rows of a file with the columns `text` and `category` (RFC 4180; other columns are left aside). Rows without a text are left out.
 * @throws CommandError when the file cannot be read or a row has not as many fields as the first
 */
export async function readExamples(file: string): Promise<Example[]> {
  const [header, ...rows] = parseCsv(await read(file));
  const text = header?.indexOf('text') ?? -1;
  const category = header?.indexOf('category') ?? -1;
  if (!header || text === -1 || category === -1) throw new CommandError(`unable to read ${file}; its first line does not name the columns text and category`);
  return rows.flatMap((row, index) => {
    if (row.length === 1 && row[0] === '') return [];
    if (row.length !== header.length) throw new CommandError(`unable to read ${file}; row ${index + 2} has ${row.length} fields instead of ${header.length}`);
    const example = { text: row[text]?.trim() ?? '', category: row[category]?.trim() ?? '' };
    return example.text === '' || example.category === '' ? [] : [example];
  });
}

async function read(file: string): Promise<string> {
  try {
    return (await readFile(file, 'utf8')).replace(/^\uFEFF/, '');
  } catch (error) {
    throw new CommandError(`unable to read ${file}; ${error instanceof Error && 'code' in error ? String(error.code) : 'it cannot be opened'}`);
  }
}

/** Fields by row. A field in quotation marks holds commas, line breaks and, doubled, quotation marks. */
export function parseCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (const [, quoted, plain = '', end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^,\r\n]*))(,|\r?\n|\r|$)/g)) {
    row.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end === ',') continue;
    rows.push(row);
    row = [];
    if (end === '') break;
  }
  if (rows.at(-1)?.join('') === '') rows.pop();
  return rows;
}
