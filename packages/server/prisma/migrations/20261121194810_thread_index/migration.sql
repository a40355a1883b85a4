-- contract: the index that replaces this one serves every query that the servers of the version before make: all of them compare parent_id with a value.
-- Most messages are no replies, and a send of one wrote an entry for nothing. Prisma does not know of partial indexes.
CREATE INDEX "message_thread_idx" ON "message" ("parent_id", "seq") WHERE "parent_id" IS NOT NULL;

-- DropIndex
DROP INDEX "message_parent_id_seq_idx";
