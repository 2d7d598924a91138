-- what was held back before rows were kept can only be imported again
UPDATE "ledger_import" SET "status" = 'overtaken' WHERE "status" = 'brake' AND NOT coalesce("summary" ? 'held', false);
