-- A creditor stays once anything is owed to it; one that was named for an import of which nothing came goes again.
CREATE FUNCTION creditor_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM debtor WHERE creditor_id = OLD.id) OR EXISTS (SELECT FROM invoice WHERE creditor_id = OLD.id)
    OR EXISTS (SELECT FROM payment WHERE creditor_id = OLD.id) THEN
    RAISE EXCEPTION 'what stands in creditor stays' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN OLD;
END $$;
DROP TRIGGER creditor_stays ON creditor;
CREATE TRIGGER creditor_stays BEFORE DELETE ON creditor FOR EACH ROW EXECUTE FUNCTION creditor_stays();
CREATE TRIGGER creditor_no_truncate BEFORE TRUNCATE ON creditor FOR EACH STATEMENT EXECUTE FUNCTION stays();
