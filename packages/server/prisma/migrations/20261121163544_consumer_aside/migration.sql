-- CreateTable
CREATE TABLE "consumer_aside" (
    "name" TEXT NOT NULL,
    "conversation_id" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "event" JSONB NOT NULL,
    "error" TEXT NOT NULL,
    "tries" INTEGER NOT NULL,
    "next_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "consumer_aside_pkey" PRIMARY KEY ("name","conversation_id","seq")
);

-- CreateIndex
CREATE INDEX "consumer_aside_name_next_at_idx" ON "consumer_aside"("name", "next_at");
