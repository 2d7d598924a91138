-- AlterTable
ALTER TABLE "debtor_group" DROP COLUMN "owner_id";

-- CreateIndex
CREATE INDEX "debtor_group_id_idx" ON "debtor"("group_id");
