-- AlterTable
ALTER TABLE "case" ADD COLUMN     "not_reached_on" DATE;
