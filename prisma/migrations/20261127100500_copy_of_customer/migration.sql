-- AlterTable
ALTER TABLE "invoice_copy" ADD COLUMN "debtor_id" TEXT;

-- whose an invoice was when its copy was kept is not known where it was brought again, or changed its customer, since: such a copy goes
DELETE FROM "invoice_copy" c USING "invoice" i, "ledger_import" l
WHERE i."id" = c."invoice_id" AND l."id" = i."import_id" AND l."applied_at" > c."kept_at";
DELETE FROM "invoice_copy" c USING "ledger_import_change" h, "ledger_import" l
WHERE h."kind" = 'invoice' AND h."subject_id" = c."invoice_id" AND l."id" = h."import_id"
  AND greatest(l."applied_at", l."undone_at") > c."kept_at" AND h."before"->>'debtor_id' IS DISTINCT FROM h."after"->>'debtor_id';
UPDATE "invoice_copy" c SET "debtor_id" = i."debtor_id" FROM "invoice" i WHERE i."id" = c."invoice_id";
DELETE FROM "invoice_copy" WHERE "debtor_id" IS NULL;
ALTER TABLE "invoice_copy" ALTER COLUMN "debtor_id" SET NOT NULL;

-- mails that are on their way say whose copy they bring
UPDATE "outbox" o SET "payload" = jsonb_set(o."payload", '{attachments}', (
  SELECT jsonb_agg(CASE WHEN a.file ? 'copyOfInvoice' THEN a.file || jsonb_build_object('debtorId', n."debtor_id") ELSE a.file END ORDER BY a.at)
  FROM jsonb_array_elements(o."payload"->'attachments') WITH ORDINALITY AS a(file, at)))
FROM "notice" n
WHERE n."id" = o."about"->>'id' AND o."kind" = 'mail' AND jsonb_path_exists(o."payload", '$.attachments[*].copyOfInvoice');
