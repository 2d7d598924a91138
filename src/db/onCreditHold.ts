/** Whether supply to `debtor d` is stopped until payment. */
export const onCreditHold =
  'EXISTS (SELECT 1 FROM credit_hold ch WHERE ch.debtor_id = d.id AND ch.released_at IS NULL)';
