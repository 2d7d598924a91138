-- CreateTable
CREATE TABLE "case_move" (
    "id" TEXT NOT NULL,
    "workspace_id" TEXT NOT NULL,
    "case_id" TEXT NOT NULL,
    "from_policy_id" TEXT,
    "moved_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "case_move_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "case_move_case_id_moved_at_idx" ON "case_move"("case_id", "moved_at");
