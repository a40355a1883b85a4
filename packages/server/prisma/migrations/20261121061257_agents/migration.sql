-- CreateEnum
CREATE TYPE "agent_status" AS ENUM ('online', 'away', 'busy', 'offline');

-- CreateTable
CREATE TABLE "agent" (
    "user_id" TEXT NOT NULL,
    "site_id" TEXT NOT NULL,
    "departments" TEXT[],
    "skills" JSONB NOT NULL DEFAULT '[]',
    "status" "agent_status" NOT NULL DEFAULT 'online',
    "max_conversations" INTEGER NOT NULL DEFAULT 8,
    "rating_sum" INTEGER NOT NULL DEFAULT 0,
    "rating_count" INTEGER NOT NULL DEFAULT 0,
    "status_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "agent_pkey" PRIMARY KEY ("user_id")
);

-- CreateIndex
CREATE INDEX "agent_site_id_idx" ON "agent"("site_id");

-- AddForeignKey
ALTER TABLE "agent" ADD CONSTRAINT "agent_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
