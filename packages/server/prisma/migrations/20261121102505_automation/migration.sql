-- CreateEnum
CREATE TYPE "bot_outcome" AS ENUM ('answer', 'choices', 'hand_over');

-- CreateTable
CREATE TABLE "automation" (
    "site_id" TEXT NOT NULL,
    "settings" JSONB NOT NULL DEFAULT '{}',
    "updated_by_id" TEXT NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "automation_pkey" PRIMARY KEY ("site_id")
);

-- CreateTable
CREATE TABLE "case_automation" (
    "case_id" TEXT NOT NULL,
    "site_id" TEXT NOT NULL,
    "handed_over_at" TIMESTAMPTZ(3),
    "waiting_since" TIMESTAMPTZ(3),
    "waiting_sent" INTEGER NOT NULL DEFAULT 0,
    "waiting_at" TIMESTAMPTZ(3),
    "inactive_seq" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "case_automation_pkey" PRIMARY KEY ("case_id")
);

-- CreateTable
CREATE TABLE "bot_turn" (
    "message_id" TEXT NOT NULL,
    "site_id" TEXT NOT NULL,
    "case_id" TEXT NOT NULL,
    "outcome" "bot_outcome" NOT NULL,
    "article_id" TEXT,
    "score" DOUBLE PRECISION,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "bot_turn_pkey" PRIMARY KEY ("message_id")
);

-- CreateIndex
CREATE INDEX "bot_turn_case_id_idx" ON "bot_turn"("case_id");


-- Whose customers may have fallen silent. Prisma does not know of partial indexes.
CREATE INDEX "support_case_held_idx" ON "support_case" ("site_id") WHERE "status" IN ('open', 'pending');
