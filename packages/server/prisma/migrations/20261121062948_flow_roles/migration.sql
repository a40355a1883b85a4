-- AlterTable
ALTER TABLE "booking" ADD COLUMN     "client_flow_role" TEXT,
ADD COLUMN     "provider_flow_role" TEXT;

-- AlterTable
ALTER TABLE "participant" ADD COLUMN     "flow_role" TEXT;
