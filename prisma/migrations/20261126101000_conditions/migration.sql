-- AlterTable
ALTER TABLE "debtor_condition" ADD COLUMN     "activity_id" TEXT,
ADD COLUMN     "ended_at" TIMESTAMPTZ(3),
ADD COLUMN     "reference" TEXT;

-- what Prisma's language cannot say
ALTER TABLE debtor_condition ADD CONSTRAINT debtor_condition_kind CHECK (kind IN
  ('breathing_space', 'vulnerability', 'bereavement', 'insolvency', 'representation', 'cease', 'bank_details'));
ALTER TABLE debtor_condition ADD CONSTRAINT debtor_condition_ended CHECK (ended_on >= since_on);
-- one of a kind at a time
CREATE UNIQUE INDEX debtor_condition_open ON debtor_condition (workspace_id, debtor_id, kind) WHERE ended_on IS NULL;
