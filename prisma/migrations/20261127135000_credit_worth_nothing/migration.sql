-- A credit note that its ledger voids is worth nothing, and a credit note still.
ALTER TABLE invoice DROP CONSTRAINT invoice_kind;
ALTER TABLE invoice ADD CONSTRAINT invoice_kind CHECK (kind IN ('invoice','credit_note','debit_note')
  AND ((kind = 'credit_note') = (amount < 0) OR amount = 0));
