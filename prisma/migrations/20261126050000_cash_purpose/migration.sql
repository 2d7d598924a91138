-- AlterTable
ALTER TABLE "payment" ADD COLUMN     "meant_for" TEXT,
ADD COLUMN     "meant_for_at" TIMESTAMPTZ(3);

-- what Prisma's language cannot say
ALTER TABLE "payment" ADD CONSTRAINT "payment_meant_for_check"
  CHECK ("meant_for" IN ('invoices', 'other') AND "meant_for_at" IS NOT NULL OR "meant_for" IS NULL AND "meant_for_at" IS NULL);
