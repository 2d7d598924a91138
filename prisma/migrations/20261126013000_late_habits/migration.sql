-- CreateTable
CREATE TABLE "late_habit" (
    "id" TEXT NOT NULL,
    "workspace_id" TEXT NOT NULL,
    "debtor_id" TEXT NOT NULL,
    "since_on" DATE NOT NULL,
    "ended_on" DATE,
    "why" TEXT NOT NULL,
    "credit_line" TEXT,
    "decided_by_id" TEXT,
    "decided_at" TIMESTAMPTZ(3),
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "late_habit_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "late_habit_workspace_id_debtor_id_idx" ON "late_habit"("workspace_id", "debtor_id");

-- One habit at a time for a debtor; what was decided about the credit line was decided by somebody.
CREATE UNIQUE INDEX "late_habit_one_at_a_time" ON "late_habit" ("debtor_id") WHERE "ended_on" IS NULL;
ALTER TABLE "late_habit"
  ADD CONSTRAINT "late_habit_ended" CHECK ("ended_on" IS NULL OR "ended_on" >= "since_on"),
  ADD CONSTRAINT "late_habit_credit_line" CHECK ("credit_line" IN ('reduced', 'kept')),
  ADD CONSTRAINT "late_habit_decided" CHECK (
    ("credit_line" IS NULL) = ("decided_by_id" IS NULL) AND ("credit_line" IS NULL) = ("decided_at" IS NULL));
