-- CreateTable
CREATE TABLE "case_outcome" (
    "case_id" TEXT NOT NULL,
    "site_id" TEXT NOT NULL,
    "conversation_id" TEXT NOT NULL,
    "customer_id" TEXT NOT NULL,
    "queue_id" TEXT NOT NULL,
    "agent_id" TEXT,
    "is_answered" BOOLEAN NOT NULL,
    "first_ended_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3) NOT NULL,
    "endings" INTEGER NOT NULL DEFAULT 1,
    "asked_at" TIMESTAMPTZ(3),
    "expires_at" TIMESTAMPTZ(3),
    "rating" INTEGER,
    "comment" TEXT,
    "rated_at" TIMESTAMPTZ(3),
    "is_by_link" BOOLEAN NOT NULL DEFAULT false,
    "client_id" TEXT,

    CONSTRAINT "case_outcome_pkey" PRIMARY KEY ("case_id")
);

-- CreateTable
CREATE TABLE "reply_rating" (
    "message_id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "site_id" TEXT NOT NULL,
    "conversation_id" TEXT NOT NULL,
    "provider_id" TEXT NOT NULL,
    "rating" INTEGER NOT NULL,
    "comment" TEXT,
    "client_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "reply_rating_pkey" PRIMARY KEY ("message_id","user_id")
);

-- CreateIndex
CREATE INDEX "case_outcome_site_id_first_ended_at_idx" ON "case_outcome"("site_id", "first_ended_at");

-- CreateIndex
CREATE INDEX "case_outcome_site_id_rated_at_idx" ON "case_outcome"("site_id", "rated_at");

-- CreateIndex
CREATE INDEX "case_outcome_customer_id_first_ended_at_idx" ON "case_outcome"("customer_id", "first_ended_at");

-- CreateIndex
CREATE INDEX "reply_rating_conversation_id_created_at_idx" ON "reply_rating"("conversation_id", "created_at");

-- CreateIndex
CREATE INDEX "reply_rating_provider_id_idx" ON "reply_rating"("provider_id");

-- CreateIndex
CREATE INDEX "reply_rating_site_id_created_at_idx" ON "reply_rating"("site_id", "created_at");
