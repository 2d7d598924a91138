-- AlterTable
ALTER TABLE "contact" ADD COLUMN     "former_emails" TEXT[] DEFAULT ARRAY[]::TEXT[];
