-- AlterTable
ALTER TABLE "workspace" ADD COLUMN     "changes_kept_from" TIMESTAMPTZ(3);

-- What contacts were before a change, and what a file changed of an account, was not kept until now.
UPDATE "workspace" SET "changes_kept_from" = now();

-- CreateIndex
CREATE INDEX "audit_personal_workspace_id_debtor_id_idx" ON "audit_personal"("workspace_id", "debtor_id");

-- Personal values of the audit are written once, and go with the account that is being erased.
CREATE FUNCTION audit_personal_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND erases(coalesce(OLD.debtor_id, '')) THEN RETURN OLD; END IF;
  RAISE EXCEPTION 'audit_personal is append-only' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER audit_personal_append_only BEFORE UPDATE OR DELETE ON "audit_personal" FOR EACH ROW EXECUTE FUNCTION audit_personal_append_only();
CREATE TRIGGER audit_personal_no_truncate BEFORE TRUNCATE ON "audit_personal" FOR EACH STATEMENT EXECUTE FUNCTION append_only();
