/** What we settled among ourselves, and stops, whose reasons may be private: see outsideCondition. */
const ours: ReadonlySet<string> = new Set([
  'limit_overridden',
  'write_off_proposed',
  'write_off_taken_back',
  'cash_placed',
  'condition_recorded',
  'condition_ended',
]);

/** Whether what was done about an account may be told to those to whom its case is passed. */
export function outsideActivity({ outcome }: { readonly outcome: string | null }): boolean {
  return !ours.has(outcome ?? '');
}
