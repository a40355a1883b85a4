-- AlterTable
ALTER TABLE "queue" ADD COLUMN     "close_after_seconds" INTEGER DEFAULT 259200;

-- Prisma does not know of partial indexes. Finds what has been resolved for long, queue by queue.
CREATE INDEX "support_case_resolved_idx" ON "support_case" ("queue_id", "resolved_at") WHERE "status" = 'resolved';
