const names: Readonly<Record<string, string>> = {
  business: 'business',
  sole_trader: 'sole trader',
  individual: 'private individual',
};

/** A kind of debtor in words. */
export function debtorKindName(kind: string): string {
  return names[kind] ?? kind;
}
