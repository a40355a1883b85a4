-- AlterTable
ALTER TABLE "user" ADD COLUMN     "staff_left_at" TIMESTAMPTZ(3);

-- Few rows have it at any time, and they are looked for every two seconds.
CREATE INDEX "user_staff_left_idx" ON "user" ("staff_left_at") WHERE "staff_left_at" IS NOT NULL;

-- Who ceased to work for the site before keeps no place of staff either.
UPDATE "user" u SET "staff_left_at" = CURRENT_TIMESTAMP WHERE u.role NOT IN ('agent', 'admin', 'bot') AND EXISTS (
  SELECT 1 FROM participant p WHERE p.user_id = u.id AND p.left_at IS NULL AND p.role IN ('agent', 'admin', 'bot'));
