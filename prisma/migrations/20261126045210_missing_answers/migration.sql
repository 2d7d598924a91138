-- CreateTable
CREATE TABLE "missing_answer" (
    "id" TEXT NOT NULL,
    "workspace_id" TEXT NOT NULL,
    "invoice_id" TEXT NOT NULL,
    "debtor_id" TEXT NOT NULL,
    "missing_since" DATE NOT NULL,
    "answer" TEXT NOT NULL,
    "currency" TEXT NOT NULL,
    "amount" BIGINT NOT NULL,
    "member_id" TEXT NOT NULL,
    "answered_on" DATE NOT NULL,
    "listed_on" DATE,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "missing_answer_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "missing_answer_workspace_id_invoice_id_idx" ON "missing_answer"("workspace_id", "invoice_id");

ALTER TABLE "missing_answer"
  ADD CONSTRAINT "missing_answer_kind" CHECK ("answer" IN ('paid', 'credited', 'open')),
  ADD CONSTRAINT "missing_answer_amount" CHECK ("amount" <> 0);
-- What finance is asked about: few among many.
CREATE INDEX "invoice_missing" ON "invoice" ("workspace_id", "due_on") WHERE "missing_since" IS NOT NULL AND "outstanding" <> 0;
