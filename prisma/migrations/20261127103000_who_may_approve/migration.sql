-- AlterTable
ALTER TABLE "approval" ADD COLUMN     "shown_needs" TEXT;

-- AlterTable
ALTER TABLE "approval_decision" ADD COLUMN     "stopped_none" BOOLEAN NOT NULL DEFAULT false;
