-- CreateTable
CREATE TABLE "case_view" (
    "id" TEXT NOT NULL,
    "site_id" TEXT NOT NULL,
    "owner_id" TEXT,
    "created_by_id" TEXT NOT NULL,
    "client_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "filter" JSONB NOT NULL,
    "sort" TEXT NOT NULL,
    "deleted_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "case_view_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "case_view_site_id_owner_id_name_idx" ON "case_view"("site_id", "owner_id", "name");

-- CreateIndex
CREATE UNIQUE INDEX "case_view_site_id_created_by_id_client_id_key" ON "case_view"("site_id", "created_by_id", "client_id");

-- Prisma does not know of partial indexes. Inboxes and their counts look at what is not closed, by who has it.
CREATE INDEX "support_case_open_idx" ON "support_case" ("site_id", "agent_id") WHERE "status" <> 'closed';
