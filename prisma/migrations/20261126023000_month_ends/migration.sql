-- CreateTable
CREATE TABLE "month_end" (
    "id" TEXT NOT NULL,
    "workspace_id" TEXT NOT NULL,
    "debtor_id" TEXT NOT NULL,
    "month" DATE NOT NULL,
    "sweep" TEXT NOT NULL DEFAULT 'unknown',
    "statement" TEXT NOT NULL DEFAULT 'waiting',
    "notice_id" TEXT,
    "why" TEXT,
    "try_at" TIMESTAMPTZ(3),
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "month_end_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "month_end_workspace_id_month_try_at_idx" ON "month_end"("workspace_id", "month", "try_at");

-- CreateIndex
CREATE INDEX "month_end_notice_id_idx" ON "month_end"("notice_id");

-- CreateIndex
CREATE UNIQUE INDEX "month_end_debtor_id_month_key" ON "month_end"("debtor_id", "month");

ALTER TABLE "month_end"
  ADD CONSTRAINT "month_end_first_day" CHECK ("month" = date_trunc('month', "month"::timestamp)::date),
  ADD CONSTRAINT "month_end_sweep" CHECK ("sweep" IN ('unknown', 'due', 'asked', 'needless')),
  ADD CONSTRAINT "month_end_statement" CHECK ("statement" IN ('waiting', 'off', 'queued', 'sent', 'not_sent')),
  ADD CONSTRAINT "month_end_notice" CHECK ("statement" NOT IN ('queued', 'sent') OR "notice_id" IS NOT NULL);
