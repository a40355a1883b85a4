-- CreateEnum
CREATE TYPE "broadcast_state" AS ENUM ('scheduled', 'published', 'revoked', 'expired');

-- CreateEnum
CREATE TYPE "guest_audience" AS ENUM ('included', 'excluded', 'only');

-- CreateTable
CREATE TABLE "broadcast" (
    "id" TEXT NOT NULL,
    "site_id" TEXT NOT NULL,
    "seq" INTEGER,
    "state" "broadcast_state" NOT NULL,
    "created_by_id" TEXT NOT NULL,
    "client_id" TEXT NOT NULL,
    "body_hash" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "metadata" JSONB NOT NULL DEFAULT '{}',
    "link_url" TEXT,
    "link_label" TEXT,
    "roles" "role"[],
    "guests" "guest_audience" NOT NULL,
    "segment" JSONB NOT NULL DEFAULT '[]',
    "includes_newcomers" BOOLEAN NOT NULL,
    "send_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "published_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),
    "revoked_by_id" TEXT,
    "last_xid" xid8 NOT NULL DEFAULT pg_current_xact_id(),
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "broadcast_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "broadcast_line" (
    "site_id" TEXT NOT NULL,
    "last_seq" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "broadcast_line_pkey" PRIMARY KEY ("site_id")
);

-- CreateTable
CREATE TABLE "broadcast_reader" (
    "user_id" TEXT NOT NULL,
    "site_id" TEXT NOT NULL,
    "read_seq" INTEGER NOT NULL,
    "read_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "broadcast_reader_pkey" PRIMARY KEY ("user_id")
);

-- CreateIndex
CREATE INDEX "broadcast_state_send_at_idx" ON "broadcast"("state", "send_at");

-- CreateIndex
CREATE INDEX "broadcast_state_expires_at_idx" ON "broadcast"("state", "expires_at");

-- CreateIndex
CREATE INDEX "broadcast_site_id_created_at_idx" ON "broadcast"("site_id", "created_at");

-- CreateIndex
CREATE INDEX "broadcast_last_xid_idx" ON "broadcast"("last_xid");

-- CreateIndex
CREATE UNIQUE INDEX "broadcast_site_id_created_by_id_client_id_key" ON "broadcast"("site_id", "created_by_id", "client_id");

-- CreateIndex
CREATE UNIQUE INDEX "broadcast_site_id_seq_key" ON "broadcast"("site_id", "seq");

-- CreateIndex
CREATE INDEX "broadcast_reader_site_id_read_seq_idx" ON "broadcast_reader"("site_id", "read_seq");

-- AddForeignKey
ALTER TABLE "broadcast" ADD CONSTRAINT "broadcast_site_id_fkey" FOREIGN KEY ("site_id") REFERENCES "site"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
