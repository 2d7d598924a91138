-- AlterTable
ALTER TABLE "payment" ADD COLUMN     "row_number" INTEGER;
