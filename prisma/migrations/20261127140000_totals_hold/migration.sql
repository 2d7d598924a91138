-- The totals hold whoever writes to the tables, and no step is taken twice because a row is gone.

-- What totals are counted from and steps are known by stays: money is taken back by an entry of the other sign, a step is cancelled.
CREATE FUNCTION stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'what stands in % stays', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER creditor_stays BEFORE DELETE OR TRUNCATE ON creditor FOR EACH STATEMENT EXECUTE FUNCTION stays();
CREATE TRIGGER debtor_stays BEFORE DELETE OR TRUNCATE ON debtor FOR EACH STATEMENT EXECUTE FUNCTION stays();
CREATE TRIGGER invoice_stays BEFORE DELETE OR TRUNCATE ON invoice FOR EACH STATEMENT EXECUTE FUNCTION stays();
CREATE TRIGGER payment_stays BEFORE DELETE OR TRUNCATE ON payment FOR EACH STATEMENT EXECUTE FUNCTION stays();
CREATE TRIGGER case_stays BEFORE DELETE OR TRUNCATE ON "case" FOR EACH STATEMENT EXECUTE FUNCTION stays();
CREATE TRIGGER stage_step_stays BEFORE DELETE OR TRUNCATE ON stage_step FOR EACH STATEMENT EXECUTE FUNCTION stays();
CREATE TRIGGER allocation_no_truncate BEFORE TRUNCATE ON allocation FOR EACH STATEMENT EXECUTE FUNCTION append_only();
CREATE TRIGGER activity_no_truncate BEFORE TRUNCATE ON activity FOR EACH STATEMENT EXECUTE FUNCTION append_only();

-- The sums are moved first: the rows that they move are locked then, so that nobody changes their currency meanwhile.
CREATE OR REPLACE FUNCTION allocation_moves_balances() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE invoice i SET outstanding = i.outstanding - s.total
    FROM (SELECT id, sum(amount) AS total FROM (SELECT invoice_id AS id, amount FROM added
        UNION ALL SELECT credit_note_id, -amount FROM added WHERE credit_note_id IS NOT NULL) x GROUP BY id) s
    WHERE i.id = s.id;
  UPDATE payment p SET unapplied = p.unapplied - s.total
    FROM (SELECT payment_id, sum(amount) AS total FROM added WHERE payment_id IS NOT NULL GROUP BY payment_id) s
    WHERE p.id = s.payment_id;
  PERFORM 1 FROM added a LEFT JOIN invoice i ON i.id = a.invoice_id
    LEFT JOIN payment p ON p.id = a.payment_id LEFT JOIN invoice c ON c.id = a.credit_note_id
    WHERE i.workspace_id IS DISTINCT FROM a.workspace_id
       OR COALESCE(p.workspace_id, c.workspace_id) IS DISTINCT FROM a.workspace_id
       OR COALESCE(p.creditor_id, c.creditor_id) IS DISTINCT FROM i.creditor_id
       OR COALESCE(p.currency, c.currency) IS DISTINCT FROM i.currency
       OR (i.amount < 0 AND p.origin IS DISTINCT FROM 'ledger')
       OR c.amount >= 0;
  IF FOUND THEN
    RAISE EXCEPTION 'an allocation joins money and an invoice of one workspace, creditor and currency' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION reversal_marks_payment() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE payment p SET reversed = p.reversed + s.total
    FROM (SELECT reverses_id, sum(-amount) AS total FROM added WHERE reverses_id IS NOT NULL GROUP BY reverses_id) s
    WHERE p.id = s.reverses_id;
  PERFORM 1 FROM added a LEFT JOIN payment p ON p.id = a.reverses_id
    WHERE a.reverses_id IS NOT NULL
      AND (p.workspace_id, p.creditor_id, p.currency) IS DISTINCT FROM (a.workspace_id, a.creditor_id, a.currency);
  IF FOUND THEN
    RAISE EXCEPTION 'a reversal takes back a payment of its workspace, creditor and currency' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;

-- Balances are written by the two functions above alone, which are triggers themselves.
CREATE OR REPLACE FUNCTION balances_are_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF pg_trigger_depth() > 1 THEN RETURN NEW; END IF;
  IF TG_TABLE_NAME = 'invoice' THEN
    -- a changed amount carries the outstanding with it: what was paid stays paid
    NEW.outstanding := OLD.outstanding + (NEW.amount - OLD.amount);
  ELSIF (NEW.id, NEW.workspace_id, NEW.creditor_id, NEW.currency, NEW.amount, NEW.reverses_id)
    IS DISTINCT FROM (OLD.id, OLD.workspace_id, OLD.creditor_id, OLD.currency, OLD.amount, OLD.reverses_id) THEN
    RAISE EXCEPTION 'a payment is never changed, only reversed' USING ERRCODE = 'check_violation';
  ELSE
    NEW.unapplied := OLD.unapplied; NEW.reversed := OLD.reversed;
  END IF;
  RETURN NEW;
END $$;

-- It runs for those columns alone, which an import never writes.
CREATE FUNCTION invoice_keeps_currency() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.id, NEW.workspace_id, NEW.creditor_id, NEW.currency) <> (OLD.id, OLD.workspace_id, OLD.creditor_id, OLD.currency)
    AND EXISTS (SELECT FROM allocation WHERE OLD.id IN (invoice_id, credit_note_id)) THEN
    RAISE EXCEPTION 'an invoice keeps its currency once money was used for it' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER invoice_keeps_currency BEFORE UPDATE OF id, workspace_id, creditor_id, currency ON invoice
  FOR EACH ROW EXECUTE FUNCTION invoice_keeps_currency();
