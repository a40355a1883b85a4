-- Parts of words are found by trigrams; a trusted extension, so the owner of the database may create it.
CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- Words. Prisma does not look at indexes over expressions, so these two are not in schema.prisma. Tombstones are left out: what is deleted is not found.
CREATE INDEX "message_words_idx" ON "message" USING GIN (to_tsvector('simple', "text")) WHERE "deleted_at" IS NULL;

-- Parts of words, whatever their case.
CREATE INDEX "message_parts_idx" ON "message" USING GIN (lower("text") gin_trgm_ops) WHERE "deleted_at" IS NULL;
