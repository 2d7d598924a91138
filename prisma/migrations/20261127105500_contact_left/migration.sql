-- AlterTable
ALTER TABLE "contact" ADD COLUMN     "left_on" DATE;
