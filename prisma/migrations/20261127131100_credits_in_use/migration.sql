-- Balances move once for all that a statement adds, so that a credit note may take back a credit and be refunded, or the other way round, in one.
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
    FROM (SELECT id, sum(amount) AS total FROM (SELECT invoice_id AS id, amount FROM added
        UNION ALL SELECT credit_note_id, -amount FROM added WHERE credit_note_id IS NOT NULL) x GROUP BY id) s
    WHERE i.id = s.id;
  UPDATE payment p SET unapplied = p.unapplied - s.total
    FROM (SELECT payment_id, sum(amount) AS total FROM added WHERE payment_id IS NOT NULL GROUP BY payment_id) s
    WHERE p.id = s.payment_id;
  PERFORM set_config('duly.balances', '', true);
  RETURN NULL;
END $$;

-- Ledger money that had opened a credit note while invoices had that credit pays these invoices instead, the latest first: never is more
-- than the whole of a credit in use. It is moved on the day on which it came, so that no invoice is more or less open on any day after it.
WITH opening AS (
  SELECT a.workspace_id, a.invoice_id AS credit_note_id, coalesce(p.reverses_id, p.id) AS payment_id, sum(a.amount) AS amount,
    max(a.effective_on) AS effective_on, min(a.confirmed_import_id) AS confirmed_import_id, min(a.import_id) AS import_id,
    max(a.recorded_at) AS recorded_at
  FROM allocation a JOIN invoice c ON c.id = a.invoice_id AND c.kind = 'credit_note' JOIN payment p ON p.id = a.payment_id
    JOIN payment m ON m.id = coalesce(p.reverses_id, p.id) AND m.amount > 0
  GROUP BY 1, 2, 3 HAVING sum(a.amount) > 0),
excess AS (
  SELECT o.*, x.amount AS excess, sum(o.amount) OVER (PARTITION BY o.credit_note_id ORDER BY o.recorded_at, o.payment_id) AS upto
  FROM opening o JOIN (SELECT a.invoice_id, sum(a.amount) AS amount FROM allocation a JOIN invoice c ON c.id = a.invoice_id AND c.kind = 'credit_note'
    GROUP BY 1 HAVING sum(a.amount) > 0) x ON x.invoice_id = o.credit_note_id),
moved AS (
  SELECT *, least(amount, excess - (upto - amount)) AS takes, least(upto, excess) AS takes_upto FROM excess WHERE excess > upto - amount),
used AS (
  SELECT a.credit_note_id, a.invoice_id, sum(a.amount) AS amount,
    sum(sum(a.amount)) OVER (PARTITION BY a.credit_note_id ORDER BY max(a.effective_on) DESC, i.due_on DESC, i.number DESC) AS upto
  FROM allocation a JOIN invoice i ON i.id = a.invoice_id WHERE a.credit_note_id IS NOT NULL
  GROUP BY a.credit_note_id, a.invoice_id, i.due_on, i.number HAVING sum(a.amount) > 0),
paired AS (
  SELECT m.*, u.invoice_id, least(m.takes_upto, u.upto) - greatest(m.takes_upto - m.takes, u.upto - u.amount) AS part
  FROM moved m JOIN used u ON u.credit_note_id = m.credit_note_id AND u.upto > m.takes_upto - m.takes AND m.takes_upto > u.upto - u.amount)
INSERT INTO allocation (id, workspace_id, payment_id, credit_note_id, invoice_id, amount, effective_on, confirmed_import_id, import_id, recorded_at)
SELECT gen_random_uuid()::text, workspace_id, x.payment_id, x.credit_note_id, x.invoice_id, x.amount, effective_on, confirmed_import_id, import_id,
  recorded_at
FROM paired p CROSS JOIN LATERAL (VALUES (p.payment_id, NULL, p.credit_note_id, -p.part), (p.payment_id, NULL, p.invoice_id, p.part),
  (NULL, p.credit_note_id, p.invoice_id, -p.part)) AS x(payment_id, credit_note_id, invoice_id, amount);
