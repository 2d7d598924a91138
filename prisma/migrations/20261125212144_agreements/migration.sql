-- AlterTable
ALTER TABLE "dispute" ADD COLUMN     "conceded" BIGINT,
ADD COLUMN     "decided_on" DATE;

-- AlterTable
ALTER TABLE "hold" ADD COLUMN     "agreed" BOOLEAN;

-- AlterTable
ALTER TABLE "plan" ADD COLUMN     "activity_id" TEXT;

ALTER TABLE dispute ADD CONSTRAINT dispute_conceded CHECK (conceded IS NULL OR (ended_on IS NOT NULL AND conceded >= 0));
ALTER TABLE dispute ADD CONSTRAINT dispute_decided CHECK (decided_on IS NULL OR decided_on >= raised_on);
ALTER TABLE hold ADD CONSTRAINT hold_payment_seen CHECK (kind <> 'payment_seen' OR (amount > 0 AND currency IS NOT NULL));
