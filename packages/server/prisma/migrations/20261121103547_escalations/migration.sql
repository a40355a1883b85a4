-- CreateEnum
CREATE TYPE "escalation_status" AS ENUM ('open', 'approved', 'declined', 'advised');

-- AlterEnum
ALTER TYPE "notice_kind" ADD VALUE 'escalated';
ALTER TYPE "notice_kind" ADD VALUE 'escalation_decided';

-- CreateTable
CREATE TABLE "escalation" (
    "id" TEXT NOT NULL,
    "site_id" TEXT NOT NULL,
    "case_id" TEXT NOT NULL,
    "conversation_id" TEXT NOT NULL,
    "opened_by_id" TEXT NOT NULL,
    "client_id" TEXT NOT NULL,
    "body_hash" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "status" "escalation_status" NOT NULL DEFAULT 'open',
    "decision" TEXT,
    "decided_by_id" TEXT,
    "decided_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "escalation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "case_origin" (
    "case_id" TEXT NOT NULL,
    "site_id" TEXT NOT NULL,
    "conversation_id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "case_origin_pkey" PRIMARY KEY ("case_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "escalation_conversation_id_key" ON "escalation"("conversation_id");

-- CreateIndex
CREATE INDEX "escalation_case_id_idx" ON "escalation"("case_id");

-- CreateIndex
CREATE INDEX "escalation_site_id_created_at_id_idx" ON "escalation"("site_id", "created_at", "id");

-- CreateIndex
CREATE UNIQUE INDEX "escalation_site_id_opened_by_id_client_id_key" ON "escalation"("site_id", "opened_by_id", "client_id");

-- CreateIndex
CREATE INDEX "case_origin_conversation_id_idx" ON "case_origin"("conversation_id");
