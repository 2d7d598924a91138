-- AlterTable
ALTER TABLE "debtor" ADD COLUMN     "erased_at" TIMESTAMPTZ(3),
ADD COLUMN     "erasure_told_on" DATE;

-- AlterTable
ALTER TABLE "workspace" ADD COLUMN     "records_kept_on" DATE;

-- CreateTable
CREATE TABLE "legal_hold" (
    "id" TEXT NOT NULL,
    "workspace_id" TEXT NOT NULL,
    "debtor_id" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "set_by_id" TEXT NOT NULL,
    "set_on" DATE NOT NULL,
    "set_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_on" DATE,
    "ended_at" TIMESTAMPTZ(3),
    "ended_by_id" TEXT,
    "end_reason" TEXT,

    CONSTRAINT "legal_hold_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "legal_hold_workspace_id_debtor_id_idx" ON "legal_hold"("workspace_id", "debtor_id");

CREATE UNIQUE INDEX "legal_hold_standing" ON "legal_hold"("debtor_id") WHERE "ended_on" IS NULL;

-- The one way to take words out of an append-only table: for the account that this transaction says it erases, while no legal hold stands on
-- it and nothing of it is open. Words go, nothing else changes.
CREATE FUNCTION erases(account TEXT) RETURNS BOOLEAN LANGUAGE sql STABLE AS $$
  SELECT account <> '' AND account = current_setting('duly.erasing', true)
    AND NOT EXISTS (SELECT FROM "legal_hold" h WHERE h."debtor_id" = account AND h."ended_on" IS NULL)
    AND NOT EXISTS (SELECT FROM "invoice" i WHERE i."debtor_id" = account AND i."outstanding" <> 0)
$$;

CREATE FUNCTION activity_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND NEW.notes IS NULL AND NEW.details = '{}'
      AND (to_jsonb(NEW) - ARRAY['notes', 'details']) = (to_jsonb(OLD) - ARRAY['notes', 'details'])
      AND erases(OLD.debtor_id) THEN RETURN NEW; END IF;
  RAISE EXCEPTION 'activity is append-only' USING ERRCODE = 'restrict_violation';
END $$;
DROP TRIGGER activity_append_only ON "activity";
CREATE TRIGGER activity_append_only BEFORE UPDATE OR DELETE ON "activity" FOR EACH ROW EXECUTE FUNCTION activity_append_only();

CREATE FUNCTION audit_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND NEW.why IS NULL AND (to_jsonb(NEW) - 'why') = (to_jsonb(OLD) - 'why')
      AND erases(coalesce(current_setting('duly.erasing', true), '')) THEN RETURN NEW; END IF;
  RAISE EXCEPTION 'audit is append-only' USING ERRCODE = 'restrict_violation';
END $$;
DROP TRIGGER audit_append_only ON "audit";
CREATE TRIGGER audit_append_only BEFORE UPDATE OR DELETE ON "audit" FOR EACH ROW EXECUTE FUNCTION audit_append_only();
