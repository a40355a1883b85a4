-- AlterTable
ALTER TABLE "reaction" ADD COLUMN     "position" INTEGER NOT NULL,
ADD COLUMN     "seq" INTEGER NOT NULL;
