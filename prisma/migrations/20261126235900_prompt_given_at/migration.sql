-- AlterTable
ALTER TABLE "prompt" ADD COLUMN "given_at" TIMESTAMPTZ(3);
