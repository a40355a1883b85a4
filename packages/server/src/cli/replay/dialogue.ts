/** The file of a replay: one conversation a line. */
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { CommandError } from '../outcome.js';

/** Which of the two says something. */
export type Side = 'client' | 'provider';

/** One conversation of the file. */
export interface Dialogue {
  /** Number of its line, from 1. */
  readonly line: number;
  readonly id: string;
  readonly service: string;
  /** Facts of the booking. */
  readonly booking: Readonly<Record<string, string>>;
  readonly turns: ReadonlyArray<{ readonly from: Side; readonly text: string }>;
}

/** A line that cannot be replayed, and why. */
export interface BadLine {
  readonly line: number;
  readonly reason: string;
}

/** What was read of a file. Empty lines are passed over. */
export interface DialogueFile {
  readonly dialogues: readonly Dialogue[];
  readonly badLines: readonly BadLine[];
}

/**
 * Reads at most `limit` conversations of a file.
 * @throws CommandError when the file cannot be read.
 */
export async function readDialogues(file: string, limit: number = Number.POSITIVE_INFINITY): Promise<DialogueFile> {
  const dialogues: Dialogue[] = [];
  const badLines: BadLine[] = [];
  let line = 0;
  const stream = createReadStream(file, 'utf8');
  try {
    for await (const text of createInterface({ input: stream, crlfDelay: Number.POSITIVE_INFINITY })) {
      line += 1;
      if (text.trim() === '') continue;
      if (dialogues.length >= limit) break;
      const parsed = parseLine(line === 1 ? text.replace(/^\uFEFF/, '') : text, line);
      if (typeof parsed === 'string') badLines.push({ line, reason: parsed });
      else dialogues.push(parsed);
    }
  } catch (error) {
    throw new CommandError(`unable to replay; ${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  } finally {
    stream.destroy();
  }
  if (dialogues.length === 0 && badLines.length === 0) throw new CommandError(`unable to replay; ${file} has no conversations`);
  return { dialogues, badLines };
}

/** The conversation of a line, or what is wrong with it. */
export function parseLine(text: string, line: number): Dialogue | string {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return 'it is no JSON';
  }
  if (!isRecord(value)) return 'it is no JSON object';
  const { id, service, booking, turns } = value;
  if (typeof id !== 'string' || id === '') return '`id` is no text';
  if (typeof service !== 'string' || service === '') return '`service` is no text';
  if (booking !== undefined && !isRecord(booking)) return '`booking` is no object';
  if (!Array.isArray(turns) || turns.length === 0) return '`turns` is no list, or an empty one';
  const read: Array<Dialogue['turns'][number]> = [];
  for (const [index, turn] of turns.entries()) {
    const parsed = parseTurn(turn);
    if (!parsed) return `\`turns[${index}]\` is not {from: "client" or "provider", text}`;
    read.push(parsed);
  }
  const facts = Object.entries(booking ?? {}).map(([slot, fact]) => [slot, String(fact)] as const);
  return { line, id, service, booking: Object.fromEntries(facts), turns: read };
}

function parseTurn(turn: unknown): Dialogue['turns'][number] | null {
  if (!isRecord(turn)) return null;
  const { from, text } = turn;
  if ((from !== 'client' && from !== 'provider') || typeof text !== 'string' || text === '') return null;
  return { from, text };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
