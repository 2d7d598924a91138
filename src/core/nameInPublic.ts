/**
 * What a private individual is called where others read along: the number of the account, and nothing where a ledger without numbers has
 * the name stand for it.
 */
export function nameInPublic({ name, account }: { readonly name: string; readonly account: string }): string {
  const plain = (text: string) => text.trim().toLowerCase();
  return account.trim() === '' || plain(account) === plain(name)
    ? 'A private customer'
    : `Account ${account}`;
}
