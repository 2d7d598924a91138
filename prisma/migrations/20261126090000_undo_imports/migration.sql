-- AlterTable
ALTER TABLE "allocation" ADD COLUMN     "import_id" TEXT;

-- AlterTable
ALTER TABLE "contact" ADD COLUMN     "import_id" TEXT;

-- AlterTable
ALTER TABLE "debtor" ADD COLUMN     "import_id" TEXT,
ADD COLUMN     "undone_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "invoice" ADD COLUMN     "undone_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "ledger_import" ADD COLUMN     "undo_until" DATE,
ADD COLUMN     "undone_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "ledger_import_change" (
    "import_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "subject_id" TEXT NOT NULL,
    "before" JSONB NOT NULL,
    "after" JSONB NOT NULL,

    CONSTRAINT "ledger_import_change_pkey" PRIMARY KEY ("import_id","kind","subject_id")
);



-- what Prisma's language cannot say
-- a void credit note has an amount of 0
ALTER TABLE invoice DROP CONSTRAINT invoice_kind;
ALTER TABLE invoice ADD CONSTRAINT invoice_kind CHECK (kind IN ('invoice','credit_note','debit_note')
  AND ((kind = 'credit_note') = (amount < 0) OR (undone_at IS NOT NULL AND amount = 0)));
-- What an undone import had taken back is an entry of the first payment too, of the other sign; money that left by itself (a refund) is taken
-- back like money that came.
ALTER TABLE payment DROP CONSTRAINT payment_reversal;
ALTER TABLE payment ADD CONSTRAINT payment_reversal CHECK (reverses_id IS NULL OR amount < 0 OR key LIKE 'undoes:%');
ALTER TABLE payment DROP CONSTRAINT payment_reversed;
ALTER TABLE payment ADD CONSTRAINT payment_reversed CHECK (
  (amount > 0 AND reversed BETWEEN 0 AND amount) OR (amount < 0 AND reversed BETWEEN amount AND 0));
