-- CreateEnum
CREATE TYPE "permission" AS ENUM ('manage_templates', 'manage_tags', 'manage_knowledge', 'manage_routing', 'manage_broadcasts', 'see_all_cases', 'bulk_actions');

-- AlterTable
ALTER TABLE "user" ADD COLUMN     "permissions" "permission"[] DEFAULT ARRAY[]::"permission"[];
