-- CreateTable
CREATE TABLE "arrival_check" (
    "invoice_id" TEXT NOT NULL,
    "workspace_id" TEXT NOT NULL,
    "prompt_id" TEXT NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "arrival_check_pkey" PRIMARY KEY ("invoice_id")
);

-- CreateTable
CREATE TABLE "billing_terms" (
    "id" TEXT NOT NULL,
    "workspace_id" TEXT NOT NULL,
    "debtor_id" TEXT NOT NULL,
    "terms" TEXT NOT NULL,
    "pay_method" TEXT NOT NULL,
    "portal" TEXT NOT NULL,
    "without_order_number" BOOLEAN NOT NULL,
    "member_id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "billing_terms_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "arrival_check_prompt_id_idx" ON "arrival_check"("prompt_id");

-- CreateIndex
CREATE INDEX "billing_terms_workspace_id_debtor_id_recorded_at_idx" ON "billing_terms"("workspace_id", "debtor_id", "recorded_at");

-- CreateIndex
CREATE UNIQUE INDEX "billing_terms_workspace_id_key_key" ON "billing_terms"("workspace_id", "key");
