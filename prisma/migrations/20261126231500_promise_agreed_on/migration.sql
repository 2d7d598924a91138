-- AlterTable
ALTER TABLE "promise" ADD COLUMN "agreed_on" DATE;
