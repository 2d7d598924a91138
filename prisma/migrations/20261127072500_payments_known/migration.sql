-- AlterTable
ALTER TABLE "ledger_import" ADD COLUMN     "makes_known" BOOLEAN NOT NULL DEFAULT true;
