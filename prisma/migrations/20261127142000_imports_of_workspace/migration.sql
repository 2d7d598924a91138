-- AlterTable
ALTER TABLE "ledger_import_row" ADD COLUMN     "workspace_id" TEXT;

-- AlterTable
ALTER TABLE "ledger_import_change" ADD COLUMN     "workspace_id" TEXT;

-- What stands there belongs to the workspace of its import; without one it can serve nobody.
UPDATE ledger_import_row r SET workspace_id = i.workspace_id FROM ledger_import i WHERE i.id = r.import_id;
DELETE FROM ledger_import_row WHERE workspace_id IS NULL;
UPDATE ledger_import_change c SET workspace_id = i.workspace_id FROM ledger_import i WHERE i.id = c.import_id;
DELETE FROM ledger_import_change WHERE workspace_id IS NULL;

-- AlterTable
ALTER TABLE "ledger_import_row" ALTER COLUMN "workspace_id" SET NOT NULL;

-- AlterTable
ALTER TABLE "ledger_import_change" ALTER COLUMN "workspace_id" SET NOT NULL;
