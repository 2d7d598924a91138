-- CreateTable
CREATE TABLE "write_off" (
    "id" TEXT NOT NULL,
    "workspace_id" TEXT NOT NULL,
    "debtor_id" TEXT NOT NULL,
    "invoice_id" TEXT NOT NULL,
    "activity_id" TEXT,
    "amount" BIGINT NOT NULL,
    "currency" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "member_id" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "decided_by_id" TEXT,
    "decided_at" TIMESTAMPTZ(3),
    "ended_on" DATE,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "write_off_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "write_off_workspace_id_debtor_id_idx" ON "write_off"("workspace_id", "debtor_id");

-- CreateIndex
CREATE INDEX "write_off_invoice_id_idx" ON "write_off"("invoice_id");

-- One proposal at a time for an invoice.
CREATE UNIQUE INDEX "write_off_one_at_a_time" ON "write_off" ("invoice_id") WHERE "state" IN ('proposed', 'agreed');
ALTER TABLE "write_off"
  ADD CONSTRAINT "write_off_state" CHECK ("state" IN ('proposed', 'agreed', 'declined', 'done', 'withdrawn', 'left')),
  ADD CONSTRAINT "write_off_amount" CHECK ("amount" > 0),
  ADD CONSTRAINT "write_off_ended" CHECK (("ended_on" IS NULL) = ("state" IN ('proposed', 'agreed'))),
  ADD CONSTRAINT "write_off_decided" CHECK (("decided_by_id" IS NULL) = ("decided_at" IS NULL));
