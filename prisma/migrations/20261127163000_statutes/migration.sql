-- CreateTable
CREATE TABLE "statute" (
    "id" TEXT NOT NULL,
    "workspace_id" TEXT NOT NULL,
    "law" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "issued_from" DATE NOT NULL,
    "issued_until" DATE,
    "base" TEXT NOT NULL,
    "margin" INTEGER NOT NULL,
    "rated" TEXT NOT NULL,
    "year_days" INTEGER NOT NULL,
    "currency" TEXT NOT NULL,

    CONSTRAINT "statute_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "statute_sum" (
    "workspace_id" TEXT NOT NULL,
    "statute_id" TEXT NOT NULL,
    "from_amount" BIGINT NOT NULL,
    "sum" BIGINT NOT NULL,

    CONSTRAINT "statute_sum_pkey" PRIMARY KEY ("statute_id","from_amount")
);

-- CreateIndex
CREATE UNIQUE INDEX "statute_workspace_id_law_issued_from_key" ON "statute"("workspace_id", "law", "issued_from");

-- AddForeignKey
ALTER TABLE "statute_sum" ADD CONSTRAINT "statute_sum_statute_id_fkey" FOREIGN KEY ("statute_id") REFERENCES "statute"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "statute"
  ADD CONSTRAINT statute_law CHECK (law ~ '^[A-Z]{2}$'),
  ADD CONSTRAINT statute_words CHECK (btrim(name) <> '' AND btrim(source) <> ''),
  ADD CONSTRAINT statute_days CHECK (issued_until >= issued_from),
  ADD CONSTRAINT statute_base CHECK (base = btrim(base) AND length(base) BETWEEN 1 AND 50),
  ADD CONSTRAINT statute_margin CHECK (margin BETWEEN 0 AND 10000),
  ADD CONSTRAINT statute_rated CHECK (rated IN ('start', 'half_year')),
  ADD CONSTRAINT statute_year_days CHECK (year_days IN (360, 365)),
  ADD CONSTRAINT statute_currency CHECK (currency ~ '^[A-Z]{3}$');

ALTER TABLE "statute_sum"
  ADD CONSTRAINT statute_sum_from CHECK (from_amount >= 0),
  ADD CONSTRAINT statute_sum_amount CHECK (sum > 0);

ALTER TABLE "base_rate" ADD CONSTRAINT base_rate_base CHECK (base = btrim(base) AND length(base) BETWEEN 1 AND 50);
