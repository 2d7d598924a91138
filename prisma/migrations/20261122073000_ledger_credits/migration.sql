-- A ledger also shows credit notes as used up where no invoice of ours took them: paid back, or set against something that was
-- never imported. Such a refund is ledger money that leaves (negative), allocated to the credit note itself.
CREATE OR REPLACE FUNCTION allocation_moves_balances() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM added a JOIN invoice i ON i.id = a.invoice_id
    LEFT JOIN payment p ON p.id = a.payment_id LEFT JOIN invoice c ON c.id = a.credit_note_id
    WHERE i.workspace_id <> a.workspace_id
       OR COALESCE(p.workspace_id, c.workspace_id) IS DISTINCT FROM a.workspace_id
       OR COALESCE(p.creditor_id, c.creditor_id) IS DISTINCT FROM i.creditor_id
       OR COALESCE(p.currency, c.currency) IS DISTINCT FROM i.currency
       OR (i.amount < 0 AND p.origin IS DISTINCT FROM 'ledger')
       OR c.amount >= 0;
  IF FOUND THEN
    RAISE EXCEPTION 'an allocation joins money and an invoice of one workspace, creditor and currency' USING ERRCODE = 'check_violation';
  END IF;
  PERFORM set_config('duly.balances', 'on', true);
  UPDATE invoice i SET outstanding = i.outstanding - s.total
    FROM (SELECT invoice_id, sum(amount) AS total FROM added GROUP BY invoice_id) s WHERE i.id = s.invoice_id;
  UPDATE invoice i SET outstanding = i.outstanding + s.total
    FROM (SELECT credit_note_id, sum(amount) AS total FROM added WHERE credit_note_id IS NOT NULL GROUP BY credit_note_id) s
    WHERE i.id = s.credit_note_id;
  UPDATE payment p SET unapplied = p.unapplied - s.total
    FROM (SELECT payment_id, sum(amount) AS total FROM added WHERE payment_id IS NOT NULL GROUP BY payment_id) s
    WHERE p.id = s.payment_id;
  PERFORM set_config('duly.balances', '', true);
  RETURN NULL;
END $$;

-- Bank money that no ledger file has confirmed yet: what every import asks for first.
CREATE INDEX allocation_unconfirmed ON allocation (workspace_id, invoice_id) WHERE confirmed_import_id IS NULL;
-- The digits of an invoice's number: how a bank's reference usually names it.
CREATE INDEX invoice_number_digits ON invoice (workspace_id, regexp_replace(number, '[^0-9]', '', 'g'));
