-- CreateTable
CREATE TABLE "routing_version" (
    "site_id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "rules" JSONB NOT NULL,
    "note" TEXT,
    "restored_from" INTEGER,
    "saved_by_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "routing_version_pkey" PRIMARY KEY ("site_id","version")
);

-- CreateTable
CREATE TABLE "routing_decision" (
    "id" TEXT NOT NULL,
    "site_id" TEXT NOT NULL,
    "case_id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "waited" INTEGER NOT NULL,
    "outcome" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "routing_decision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "routing_watch" (
    "case_id" TEXT NOT NULL,
    "site_id" TEXT NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "routing_watch_pkey" PRIMARY KEY ("case_id")
);

-- CreateIndex
CREATE INDEX "routing_decision_case_id_created_at_idx" ON "routing_decision"("case_id", "created_at");

-- CreateIndex
CREATE INDEX "routing_watch_due_at_idx" ON "routing_watch"("due_at");

-- CreateIndex
CREATE INDEX "routing_watch_site_id_idx" ON "routing_watch"("site_id");
