-- CreateTable
CREATE TABLE "credit_hold" (
    "id" TEXT NOT NULL,
    "workspace_id" TEXT NOT NULL,
    "debtor_id" TEXT NOT NULL,
    "step_id" TEXT NOT NULL,
    "approval_id" TEXT NOT NULL,
    "invoice_id" TEXT NOT NULL,
    "set_on" DATE NOT NULL,
    "set_at" TIMESTAMPTZ(3) NOT NULL,
    "set_by_id" TEXT NOT NULL,
    "released_on" DATE,
    "released_at" TIMESTAMPTZ(3),
    "released_by_id" TEXT,
    "release_reason" TEXT,

    CONSTRAINT "credit_hold_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "credit_hold_step_id_key" ON "credit_hold"("step_id");

-- CreateIndex
CREATE INDEX "credit_hold_workspace_id_debtor_id_idx" ON "credit_hold"("workspace_id", "debtor_id");

-- One credit hold at a time for a debtor; released by somebody, for a reason, or not at all.
CREATE UNIQUE INDEX "credit_hold_one_at_a_time" ON "credit_hold" ("debtor_id") WHERE "released_at" IS NULL;
ALTER TABLE "credit_hold"
  ADD CONSTRAINT "credit_hold_released" CHECK (
    ("released_at" IS NULL) = ("released_by_id" IS NULL) AND ("released_at" IS NULL) = ("release_reason" IS NULL)
    AND ("released_at" IS NULL) = ("released_on" IS NULL)
    AND ("released_at" IS NULL OR "released_at" >= "set_at"));
