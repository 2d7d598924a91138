-- AlterTable
ALTER TABLE "dispute" ADD COLUMN "ended_with_invoice" BOOLEAN NOT NULL DEFAULT false;

-- which disputes ended by themselves stands on record; those whose invoice is open again since were gone on with
UPDATE "dispute" SET "ended_with_invoice" = true
WHERE "ended_on" IS NOT NULL
  AND "id" IN (SELECT "subject_id" FROM "audit" WHERE "action" = 'dispute_settled' AND "subject_kind" = 'dispute' AND "actor" = 'duly')
  AND "invoice_id" IN (SELECT "id" FROM "invoice" WHERE "outstanding" = 0);
