import { BY_THE_CLOCK, type OpenedDb } from '../db/index.js';

/**
 * The statements that ran during `work`, and what it returned; BEGIN, COMMIT and ROLLBACK aside, and those with which the server looks by itself whether there is
 * something to do.
 */
export async function recordQueries<T>(db: Pick<OpenedDb, 'observe'>, work: () => Promise<T>): Promise<{ result: T; statements: string[] }> {
  const statements: string[] = [];
  const stop = db.observe((text) => {
    if (!text.startsWith(BY_THE_CLOCK)) statements.push(text.replace(/\s+/g, ' ').trim());
  });
  try {
    return { result: await work(), statements };
  } finally {
    stop();
  }
}

/**
 * Runs `work` and requires exactly `count` statements on the database, BEGIN, COMMIT and ROLLBACK aside. Nothing else may use
 * the server meanwhile, but for the looks that it takes by itself.
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
