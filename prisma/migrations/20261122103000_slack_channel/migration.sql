-- CreateTable
CREATE TABLE "slack_channel" (
    "workspace_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "is_private" BOOLEAN NOT NULL,
    "checked_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "slack_channel_pkey" PRIMARY KEY ("workspace_id","id")
);
