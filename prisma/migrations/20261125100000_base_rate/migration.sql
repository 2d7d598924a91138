-- CreateTable
CREATE TABLE "base_rate" (
    "workspace_id" TEXT NOT NULL,
    "base" TEXT NOT NULL,
    "from_on" DATE NOT NULL,
    "basis_points" INTEGER NOT NULL,
    "member_id" TEXT,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "base_rate_pkey" PRIMARY KEY ("workspace_id","base","from_on")
);

ALTER TABLE "base_rate"
  ADD CONSTRAINT base_rate_half_year CHECK (extract(day FROM from_on) = 1 AND extract(month FROM from_on) IN (1, 7)),
  ADD CONSTRAINT base_rate_plausible CHECK (basis_points BETWEEN -1000 AND 10000);
