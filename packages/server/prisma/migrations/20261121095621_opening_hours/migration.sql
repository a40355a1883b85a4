-- CreateTable
CREATE TABLE "schedule" (
    "id" TEXT NOT NULL,
    "site_id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "time_zone" TEXT NOT NULL,
    "is_default" BOOLEAN NOT NULL DEFAULT false,
    "week" JSONB NOT NULL DEFAULT '[]',
    "deleted_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "schedule_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "holiday" (
    "schedule_id" TEXT NOT NULL,
    "site_id" TEXT NOT NULL,
    "date" TEXT NOT NULL,
    "name" TEXT NOT NULL DEFAULT '',
    "hours" JSONB NOT NULL DEFAULT '[]',

    CONSTRAINT "holiday_pkey" PRIMARY KEY ("schedule_id","date")
);

-- CreateIndex
CREATE UNIQUE INDEX "schedule_site_id_key_key" ON "schedule"("site_id", "key");

-- AddForeignKey
ALTER TABLE "holiday" ADD CONSTRAINT "holiday_schedule_id_fkey" FOREIGN KEY ("schedule_id") REFERENCES "schedule"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A site has one default. Prisma does not know of partial indexes.
CREATE UNIQUE INDEX "schedule_default_idx" ON "schedule" ("site_id") WHERE "is_default";
