-- CreateTable
CREATE TABLE "hand_off" (
    "id" TEXT NOT NULL,
    "workspace_id" TEXT NOT NULL,
    "debtor_id" TEXT NOT NULL,
    "step_id" TEXT NOT NULL,
    "approval_id" TEXT NOT NULL,
    "to_kind" TEXT NOT NULL,
    "to_name" TEXT NOT NULL,
    "asked_by_id" TEXT NOT NULL,
    "handed_on" DATE NOT NULL,
    "handed_at" TIMESTAMPTZ(3) NOT NULL,
    "recalled_on" DATE,
    "recalled_by_id" TEXT,
    "recall_reason" TEXT,

    CONSTRAINT "hand_off_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "hand_off_step_id_key" ON "hand_off"("step_id");

-- CreateIndex
CREATE INDEX "hand_off_workspace_id_debtor_id_idx" ON "hand_off"("workspace_id", "debtor_id");

-- One hand-off at a time for a debtor; recalled by somebody, for a reason, or not at all.
CREATE UNIQUE INDEX "hand_off_one_at_a_time" ON "hand_off" ("debtor_id") WHERE "recalled_on" IS NULL;
ALTER TABLE "hand_off"
  ADD CONSTRAINT "hand_off_to_kind" CHECK ("to_kind" IN ('agency', 'court')),
  ADD CONSTRAINT "hand_off_recalled" CHECK (
    ("recalled_on" IS NULL) = ("recalled_by_id" IS NULL) AND ("recalled_on" IS NULL) = ("recall_reason" IS NULL)
    AND ("recalled_on" IS NULL OR "recalled_on" >= "handed_on"));
