-- CreateEnum
CREATE TYPE "support_status" AS ENUM ('queued', 'open', 'pending', 'snoozed', 'resolved', 'closed');

-- CreateEnum
CREATE TYPE "support_priority" AS ENUM ('low', 'medium', 'high', 'urgent');

-- CreateEnum
CREATE TYPE "support_control" AS ENUM ('bot', 'queue', 'agent');

-- CreateEnum
CREATE TYPE "offer_status" AS ENUM ('pending', 'accepted', 'rejected', 'timed_out', 'rescinded', 'wrapping_up', 'completed');

-- AlterEnum
ALTER TYPE "conversation_kind" ADD VALUE 'support';

-- CreateTable
CREATE TABLE "queue" (
    "id" TEXT NOT NULL,
    "site_id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "department" TEXT,
    "schedule" TEXT,
    "is_default" BOOLEAN NOT NULL DEFAULT false,
    "default_priority" "support_priority" NOT NULL DEFAULT 'medium',
    "max_waiting" INTEGER,
    "overflow_queue_id" TEXT,
    "ageing_seconds" INTEGER NOT NULL DEFAULT 300,
    "offer_seconds" INTEGER NOT NULL DEFAULT 30,
    "wrap_up_seconds" INTEGER NOT NULL DEFAULT 0,
    "is_bot_first" BOOLEAN NOT NULL DEFAULT false,
    "is_active" BOOLEAN NOT NULL DEFAULT true,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "queue_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "support_case" (
    "id" TEXT NOT NULL,
    "site_id" TEXT NOT NULL,
    "conversation_id" TEXT NOT NULL,
    "customer_id" TEXT NOT NULL,
    "queue_id" TEXT NOT NULL,
    "client_id" TEXT NOT NULL,
    "body_hash" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "language" TEXT,
    "priority" "support_priority" NOT NULL,
    "skills_required" TEXT[],
    "skills_preferred" TEXT[],
    "status" "support_status" NOT NULL DEFAULT 'queued',
    "status_seq" INTEGER NOT NULL DEFAULT 0,
    "control" "support_control" NOT NULL DEFAULT 'queue',
    "agent_id" TEXT,
    "offer_id" TEXT,
    "page" TEXT,
    "referrer" TEXT,
    "user_agent" TEXT,
    "attributes" JSONB NOT NULL DEFAULT '{}',
    "rank" TIMESTAMPTZ(3) NOT NULL,
    "queued_at" TIMESTAMPTZ(3) NOT NULL,
    "assigned_at" TIMESTAMPTZ(3),
    "first_response_at" TIMESTAMPTZ(3),
    "resolved_at" TIMESTAMPTZ(3),
    "closed_at" TIMESTAMPTZ(3),
    "snoozed_until" TIMESTAMPTZ(3),
    "ended_by_id" TEXT,
    "wrap_up_code" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "support_case_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "offer" (
    "id" TEXT NOT NULL,
    "site_id" TEXT NOT NULL,
    "case_id" TEXT NOT NULL,
    "queue_id" TEXT NOT NULL,
    "agent_id" TEXT NOT NULL,
    "status" "offer_status" NOT NULL DEFAULT 'pending',
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "accepted_at" TIMESTAMPTZ(3),
    "responded_at" TIMESTAMPTZ(3),
    "wrap_up_until" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),
    "reason" TEXT,

    CONSTRAINT "offer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "agent_work" (
    "agent_id" TEXT NOT NULL,
    "site_id" TEXT NOT NULL,
    "idle_since" TIMESTAMPTZ(3) NOT NULL,
    "lost_at" TIMESTAMPTZ(3),

    CONSTRAINT "agent_work_pkey" PRIMARY KEY ("agent_id")
);

-- CreateTable
CREATE TABLE "consumer_position" (
    "name" TEXT NOT NULL,
    "position" TEXT NOT NULL,

    CONSTRAINT "consumer_position_pkey" PRIMARY KEY ("name")
);

-- CreateIndex
CREATE UNIQUE INDEX "queue_site_id_key_key" ON "queue"("site_id", "key");

-- CreateIndex
CREATE UNIQUE INDEX "support_case_conversation_id_key" ON "support_case"("conversation_id");

-- CreateIndex
CREATE INDEX "support_case_site_id_queued_at_id_idx" ON "support_case"("site_id", "queued_at", "id");

-- CreateIndex
CREATE INDEX "support_case_customer_id_queued_at_idx" ON "support_case"("customer_id", "queued_at");

-- CreateIndex
CREATE INDEX "support_case_agent_id_idx" ON "support_case"("agent_id");

-- CreateIndex
CREATE INDEX "support_case_queue_id_idx" ON "support_case"("queue_id");

-- CreateIndex
CREATE UNIQUE INDEX "support_case_site_id_customer_id_client_id_key" ON "support_case"("site_id", "customer_id", "client_id");

-- CreateIndex
CREATE INDEX "offer_case_id_created_at_idx" ON "offer"("case_id", "created_at");

-- CreateIndex
CREATE INDEX "offer_queue_id_accepted_at_idx" ON "offer"("queue_id", "accepted_at");

-- CreateIndex
CREATE INDEX "agent_work_site_id_idx" ON "agent_work"("site_id");

-- AddForeignKey
ALTER TABLE "support_case" ADD CONSTRAINT "support_case_queue_id_fkey" FOREIGN KEY ("queue_id") REFERENCES "queue"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "offer" ADD CONSTRAINT "offer_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "support_case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Prisma does not know of partial indexes. A case has one live offer at most, whatever goes wrong elsewhere.
CREATE UNIQUE INDEX "offer_live_key" ON "offer" ("case_id") WHERE "status" IN ('pending', 'accepted', 'wrapping_up');

-- What an agent has.
CREATE INDEX "offer_live_agent_idx" ON "offer" ("agent_id") WHERE "status" IN ('pending', 'accepted', 'wrapping_up');

-- The line, and what a clock has to look at.
CREATE INDEX "support_case_line_idx" ON "support_case" ("site_id", "rank", "id") WHERE "status" = 'queued';
CREATE INDEX "support_case_snoozed_idx" ON "support_case" ("snoozed_until") WHERE "status" = 'snoozed';
