-- AlterTable
ALTER TABLE "creditor" ADD COLUMN     "interest" JSONB;
