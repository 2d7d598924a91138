/**
 * Columns by which payments `p` are used, as SQL for an ORDER BY: the earlier value date first, then as they were booked and as they stood in their
 * file. What is left to chance is money that nothing but its id tells apart. DESC: the other way round.
 */
export function moneyOrderSql(p: string, direction: 'ASC' | 'DESC' = 'ASC'): string {
  return ['value_on', 'recorded_at', 'row_number', 'amount', 'id']
    .map((column) => `${p}.${column} ${direction}`)
    .join(', ');
}
