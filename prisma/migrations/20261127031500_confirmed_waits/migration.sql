-- AlterTable
ALTER TABLE "hold" ADD COLUMN "confirmed" BOOLEAN NOT NULL DEFAULT false;

-- which waits the ledger had ended stands on record
UPDATE "hold" SET "confirmed" = true
WHERE "ended_on" IS NOT NULL AND "id" IN (SELECT "subject_id" FROM "audit" WHERE "action" = 'payment_confirmed' AND "subject_kind" = 'hold');
