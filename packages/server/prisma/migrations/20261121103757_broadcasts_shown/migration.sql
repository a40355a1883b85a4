-- CreateIndex
CREATE INDEX "broadcast_site_id_state_seq_idx" ON "broadcast"("site_id", "state", "seq");
