-- CreateTable
CREATE TABLE "invoice_copy" (
    "invoice_id" TEXT NOT NULL,
    "workspace_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "content" BYTEA NOT NULL,
    "member_id" TEXT,
    "kept_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "invoice_copy_pkey" PRIMARY KEY ("invoice_id")
);

-- CreateIndex
CREATE INDEX "invoice_copy_workspace_id_sha256_idx" ON "invoice_copy"("workspace_id", "sha256");
