-- CreateTable
CREATE TABLE "sealed_answer" (
    "lookup" TEXT NOT NULL,
    "site_id" TEXT NOT NULL,
    "sealed" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "sealed_answer_pkey" PRIMARY KEY ("lookup")
);

-- CreateIndex
CREATE INDEX "sealed_answer_site_id_idx" ON "sealed_answer"("site_id");

-- AddForeignKey
ALTER TABLE "sealed_answer" ADD CONSTRAINT "sealed_answer_site_id_fkey" FOREIGN KEY ("site_id") REFERENCES "site"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
