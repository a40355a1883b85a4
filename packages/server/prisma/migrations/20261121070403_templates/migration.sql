-- CreateEnum
CREATE TYPE "template_kind" AS ENUM ('quick_reply');

-- CreateTable
CREATE TABLE "template" (
    "id" TEXT NOT NULL,
    "site_id" TEXT NOT NULL,
    "kind" "template_kind" NOT NULL DEFAULT 'quick_reply',
    "owner_id" TEXT,
    "created_by_id" TEXT NOT NULL,
    "client_id" TEXT NOT NULL,
    "body_hash" TEXT NOT NULL,
    "shortcut" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "usage_count" INTEGER NOT NULL DEFAULT 0,
    "used_at" TIMESTAMPTZ(3),
    "deleted_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "template_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "template_use" (
    "template_id" TEXT NOT NULL,
    "message_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "template_use_pkey" PRIMARY KEY ("template_id","message_id")
);

-- CreateIndex
CREATE INDEX "template_site_id_owner_id_shortcut_idx" ON "template"("site_id", "owner_id", "shortcut");

-- CreateIndex
CREATE UNIQUE INDEX "template_site_id_created_by_id_client_id_key" ON "template"("site_id", "created_by_id", "client_id");

-- AddForeignKey
ALTER TABLE "template_use" ADD CONSTRAINT "template_use_template_id_fkey" FOREIGN KEY ("template_id") REFERENCES "template"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
