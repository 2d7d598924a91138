-- CreateIndex
CREATE INDEX "approval_workspace_id_notice_id_idx" ON "approval"("workspace_id", "notice_id");
