-- contract: the servers of the version before name the dropped indexes nowhere; their lists by activity answer the same, and sort what an index sorted before, until they are gone.
-- First, so that the table is written anew without them.
DROP INDEX "conversation_site_id_last_activity_at_idx";
DROP INDEX "conversation_unattended_idx";

-- Room on each page for a new version of a row beside the old one.
ALTER TABLE "conversation" SET (fillfactor = 85);
ALTER TABLE "participant" SET (fillfactor = 85);

-- An update that changes no indexed column is heap-only: it writes nothing into any index. last_activity_at changes with each send, its ten minutes seldom do.
-- PostgreSQL computes the column, so that older servers keep it right too. Adding it writes the table anew; sends wait meanwhile.
ALTER TABLE "conversation" ADD COLUMN "activity_bin" TIMESTAMPTZ(3)
  GENERATED ALWAYS AS (date_bin('10 minutes', "last_activity_at", TIMESTAMPTZ '1970-01-01 00:00:00+00')) STORED;

-- CreateIndex
CREATE INDEX "conversation_site_id_activity_bin_idx" ON "conversation"("site_id", "activity_bin");

-- Only what waits for staff is in it. Prisma does not know of partial indexes.
CREATE INDEX "conversation_unattended_idx" ON "conversation" ("site_id", "activity_bin") WHERE "attendance" = 'unattended';
