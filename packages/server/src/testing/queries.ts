import type { OpenedDb } from '../db/index.js';

/** The statements that ran during `work`, BEGIN, COMMIT and ROLLBACK aside, and what it returned. */
export async function recordQueries<T>(db: Pick<OpenedDb, 'observe'>, work: () => Promise<T>): Promise<{ result: T; statements: string[] }> {
  const statements: string[] = [];
  const stop = db.observe((text) => statements.push(text.replace(/\s+/g, ' ').trim()));
  try {
    return { result: await work(), statements };
  } finally {
    stop();
  }
}

/**
 * Runs `work` and requires exactly `count` statements on the database, BEGIN, COMMIT and ROLLBACK aside. Nothing else may use
 * the server meanwhile; with a test clock that stands still, nothing does.
 * @throws with the statements when the number is another.
 */
export async function expectQueries<T>(db: Pick<OpenedDb, 'observe'>, count: number, work: () => Promise<T>): Promise<T> {
  const { result, statements } = await recordQueries(db, work);
  if (statements.length !== count) {
    const list = statements.map((text, index) => `  ${index + 1}. ${text.slice(0, 200)}`).join('\n');
    throw new Error(`expected ${count} statements, ran ${statements.length}:\n${list}`);
  }
  return result;
}
