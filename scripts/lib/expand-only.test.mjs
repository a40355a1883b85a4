import { describe, expect, it } from 'vitest';
import { takesAway } from './expand-only.mjs';

describe('what a migration takes away from the version before', () => {
  it('nothing, where it only adds', () => {
    const sql = `-- DROP TABLE is what this does not do
      CREATE TABLE "note" ("id" TEXT NOT NULL, CONSTRAINT "note_pkey" PRIMARY KEY ("id"));
      ALTER TABLE "message" ADD COLUMN "note" TEXT, ADD COLUMN "kind" VARCHAR(20) NOT NULL DEFAULT 'plain', ADD COLUMN "tags" TEXT[] DEFAULT ARRAY[]::TEXT[];
      ALTER TABLE "note" ADD CONSTRAINT "note_fkey" FOREIGN KEY ("id") REFERENCES "message"("id");
      CREATE UNIQUE INDEX "note_key" ON "note"("id");`;
    expect(takesAway(sql)).toEqual([]);
  });

  it.each([
    ['DROP INDEX "message_key";', 'drops something'],
    ['ALTER TABLE "message"\n  DROP COLUMN "text";', 'drops something'],
    ['ALTER TABLE "message" RENAME COLUMN "text" TO "body";', 'renames something'],
    ['ALTER TABLE "message" ALTER COLUMN "text" SET DATA TYPE VARCHAR(9);', 'changes the type of a column'],
    ['ALTER TABLE "message" ALTER COLUMN "text" SET NOT NULL;', 'forbids null in a column'],
    ['ALTER TABLE "message" ADD COLUMN "a" TEXT,\nADD COLUMN "b" INTEGER NOT NULL;', 'wants a value that older nodes do not write: ADD COLUMN "b" INTEGER NOT NULL'],
  ])('%s', (sql, says) => {
    expect(takesAway(sql)).toEqual([says]);
    expect(takesAway(`-- contract: nothing reads it since 0.2.0\n${sql}`)).toEqual([]);
  });
});
