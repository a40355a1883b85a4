-- CreateTable
CREATE TABLE "article" (
    "id" TEXT NOT NULL,
    "site_id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "questions" TEXT[],
    "answer" TEXT NOT NULL,
    "category" TEXT NOT NULL DEFAULT '',
    "keywords" TEXT[],
    "heading" TEXT NOT NULL,
    "words" tsvector,
    "page_pattern" TEXT,
    "language" TEXT,
    "is_active" BOOLEAN NOT NULL DEFAULT true,
    "view_count" INTEGER NOT NULL DEFAULT 0,
    "helpful_count" INTEGER NOT NULL DEFAULT 0,
    "unhelpful_count" INTEGER NOT NULL DEFAULT 0,
    "updated_by_id" TEXT NOT NULL,
    "deleted_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "article_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "article_reader" (
    "article_id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "is_helpful" BOOLEAN,
    "viewed_at" TIMESTAMPTZ(3) NOT NULL,
    "rated_at" TIMESTAMPTZ(3),

    CONSTRAINT "article_reader_pkey" PRIMARY KEY ("article_id","user_id")
);

-- CreateTable
CREATE TABLE "knowledge_base" (
    "site_id" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 0,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "knowledge_base_pkey" PRIMARY KEY ("site_id")
);

-- CreateIndex
CREATE INDEX "article_site_id_created_at_idx" ON "article"("site_id", "created_at");

-- CreateIndex
CREATE INDEX "article_words_idx" ON "article" USING GIN ("words");

-- CreateIndex
CREATE UNIQUE INDEX "article_site_id_key_key" ON "article"("site_id", "key");

-- AddForeignKey
ALTER TABLE "article_reader" ADD CONSTRAINT "article_reader_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


-- Words that are spelt a little wrong. Prisma does not know the operator class, so this one is not in schema.prisma.
CREATE INDEX "article_heading_idx" ON "article" USING GIN ("heading" gin_trgm_ops) WHERE "deleted_at" IS NULL;
