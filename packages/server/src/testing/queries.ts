import { BY_THE_CLOCK, type OpenedDb } from '../db/index.js';

/**
 * The statements that ran during `work`, which begins once the database is quiet, and what it returned; BEGIN, COMMIT and ROLLBACK aside, and those with which
 * the server looks by itself whether there is something to do.
 */
export async function recordQueries<T>(db: Pick<OpenedDb, 'observe' | 'ping'>, work: () => Promise<T>): Promise<{ result: T; statements: string[] }> {
  const statements: string[] = [];
  const stop = db.observe((text) => {
    if (!text.startsWith(BY_THE_CLOCK)) statements.push(text.replace(/\s+/g, ' ').trim());
  });
  try {
    await quiet(db, statements);
    return { result: await work(), statements };
  } finally {
    stop();
  }
}

/** So many questions of its own in a row without anybody else's between them mean that the database is quiet. */
const QUIET = 10;

/** Waits until whatever earlier calls have begun is over. Measured in answers of the database, so that it holds on a slow machine too. */
async function quiet(db: Pick<OpenedDb, 'ping'>, statements: string[]): Promise<void> {
  for (let alone = 0; alone < QUIET; ) {
    statements.length = 0;
    await db.ping();
    await new Promise((resolve) => setImmediate(resolve));
    alone = statements.length > 1 ? 0 : alone + 1;
  }
  statements.length = 0;
}

/**
 * Runs `work` and requires exactly `count` statements on the database, BEGIN, COMMIT and ROLLBACK aside. Nothing else may use
 * the server meanwhile, but for the looks that it takes by itself.
 * @throws with the statements when the number is another.
 */
export async function expectQueries<T>(db: Pick<OpenedDb, 'observe' | 'ping'>, count: number, work: () => Promise<T>): Promise<T> {
  const { result, statements } = await recordQueries(db, work);
  if (statements.length !== count) {
    const list = statements.map((text, index) => `  ${index + 1}. ${text.slice(0, 200)}`).join('\n');
    throw new Error(`expected ${count} statements, ran ${statements.length}:\n${list}`);
  }
  return result;
}
