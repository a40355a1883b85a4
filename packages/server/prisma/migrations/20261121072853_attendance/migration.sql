-- CreateEnum
CREATE TYPE "attendance" AS ENUM ('not_needed', 'unattended', 'attended');

-- AlterTable
ALTER TABLE "conversation" ADD COLUMN     "attendance" "attendance" NOT NULL DEFAULT 'not_needed';

-- What there is already: the same rule as in modules/conversations/store.ts.
UPDATE "conversation" c SET "attendance" = a.value::"attendance"
  FROM (SELECT d.id, CASE
      WHEN NOT coalesce(bool_or(p.role = 'client'), false) THEN 'not_needed'
      WHEN bool_or(p.role IN ('agent', 'admin')) THEN 'attended'
      WHEN d.kind = 'direct' AND (bool_or(p.role = 'client' AND u.is_guest) OR NOT bool_or(p.role IN ('provider', 'team_member'))) THEN 'unattended'
      ELSE 'not_needed' END AS value
    FROM "conversation" d LEFT JOIN "participant" p ON p.conversation_id = d.id AND p.left_at IS NULL LEFT JOIN "user" u ON u.id = p.user_id
    GROUP BY d.id, d.kind) a
  WHERE c.id = a.id AND a.value <> 'not_needed';

-- Only what waits for staff is in it, so that a send anywhere else does not pay for it. Prisma does not know of partial indexes.
CREATE INDEX "conversation_unattended_idx" ON "conversation" ("site_id", "last_activity_at" DESC, "id" DESC) WHERE "attendance" = 'unattended';
