-- CreateTable
CREATE TABLE "policy_draft" (
    "id" TEXT NOT NULL,
    "workspace_id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "definition" JSONB NOT NULL,
    "edited_by" TEXT NOT NULL,
    "edited_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "policy_draft_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "policy_draft_workspace_id_key_key" ON "policy_draft"("workspace_id", "key");

-- New cases begin with one version of a key.
CREATE UNIQUE INDEX "policy_active_key" ON "policy"("workspace_id", "key") WHERE "active";
ALTER TABLE "policy" ADD CONSTRAINT "policy_version_counts" CHECK ("version" > 0);

-- What a case was walked through stays what it was: a change is another version.
CREATE FUNCTION policy_version_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND (NEW.id, NEW.workspace_id, NEW.key, NEW.version, NEW.name, NEW.definition, NEW.created_at)
      IS NOT DISTINCT FROM (OLD.id, OLD.workspace_id, OLD.key, OLD.version, OLD.name, OLD.definition, OLD.created_at) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'a version of a policy is not changed' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER policy_version_stays BEFORE UPDATE OR DELETE ON "policy" FOR EACH ROW EXECUTE FUNCTION policy_version_stays();
