-- CreateEnum
CREATE TYPE "sla_clock_kind" AS ENUM ('first_response', 'next_response', 'resolution');

-- CreateEnum
CREATE TYPE "sla_clock_status" AS ENUM ('running', 'paused', 'met', 'cancelled');

-- AlterEnum
-- This migration adds more than one value to an enum.
-- With PostgreSQL versions 11 and earlier, this is not possible
-- in a single migration. This can be worked around by creating
-- multiple migrations, each migration adding only one value to
-- the enum.


ALTER TYPE "notice_kind" ADD VALUE 'sla_warned';
ALTER TYPE "notice_kind" ADD VALUE 'sla_breached';

-- CreateTable
CREATE TABLE "sla_policy" (
    "id" TEXT NOT NULL,
    "site_id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "queue" TEXT,
    "priorities" "support_priority"[],
    "first_response_seconds" INTEGER,
    "next_response_seconds" INTEGER,
    "resolution_seconds" INTEGER,
    "is_business_hours" BOOLEAN NOT NULL DEFAULT true,
    "schedule" TEXT,
    "warn_percent" INTEGER DEFAULT 80,
    "pauses_on" "support_status"[],
    "breach_priority" "support_priority",
    "deleted_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "sla_policy_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sla_case" (
    "case_id" TEXT NOT NULL,
    "site_id" TEXT NOT NULL,
    "conversation_id" TEXT NOT NULL,
    "applied_seq" INTEGER NOT NULL,
    "status" "support_status" NOT NULL,
    "priority" "support_priority" NOT NULL,
    "queue_id" TEXT NOT NULL,
    "has_begun" BOOLEAN NOT NULL,
    "is_answered" BOOLEAN NOT NULL,
    "planned_at" TIMESTAMPTZ(3),

    CONSTRAINT "sla_case_pkey" PRIMARY KEY ("case_id")
);

-- CreateTable
CREATE TABLE "sla_clock" (
    "id" TEXT NOT NULL,
    "site_id" TEXT NOT NULL,
    "case_id" TEXT NOT NULL,
    "conversation_id" TEXT NOT NULL,
    "policy_id" TEXT NOT NULL,
    "queue_id" TEXT NOT NULL,
    "priority" "support_priority" NOT NULL,
    "kind" "sla_clock_kind" NOT NULL,
    "status" "sla_clock_status" NOT NULL,
    "target_ms" DOUBLE PRECISION NOT NULL,
    "warn_ms" DOUBLE PRECISION,
    "used_ms" DOUBLE PRECISION NOT NULL,
    "running_since" TIMESTAMPTZ(3),
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "due_at" TIMESTAMPTZ(3),
    "warn_at" TIMESTAMPTZ(3),
    "warned_at" TIMESTAMPTZ(3),
    "breached_at" TIMESTAMPTZ(3),
    "stopped_at" TIMESTAMPTZ(3),
    "next_at" TIMESTAMPTZ(3),

    CONSTRAINT "sla_clock_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "sla_policy_site_id_key_key" ON "sla_policy"("site_id", "key");

-- CreateIndex
CREATE INDEX "sla_case_site_id_planned_at_idx" ON "sla_case"("site_id", "planned_at");

-- CreateIndex
CREATE INDEX "sla_clock_next_at_idx" ON "sla_clock"("next_at");

-- CreateIndex
CREATE INDEX "sla_clock_case_id_started_at_idx" ON "sla_clock"("case_id", "started_at");

-- CreateIndex
CREATE INDEX "sla_clock_site_id_started_at_idx" ON "sla_clock"("site_id", "started_at");
