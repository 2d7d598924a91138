-- AlterTable
ALTER TABLE "stage_step" ADD COLUMN     "import_id" TEXT;

-- CreateIndex
CREATE INDEX "stage_step_import_id_idx" ON "stage_step"("import_id");
