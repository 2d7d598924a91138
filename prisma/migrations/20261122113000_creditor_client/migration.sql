-- AlterTable
ALTER TABLE "creditor" ADD COLUMN     "is_client" BOOLEAN NOT NULL DEFAULT false;
