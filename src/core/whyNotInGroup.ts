import { debtorKindName } from './debtorKindName.ts';

/**
 * Why an account cannot be in a group, as a sentence that says what to do; undefined when it can. Only businesses: what stands on the account
 * of a private individual or a sole trader is never told to others (domain.md, *Contact rules*). Of one creditor, since the group has one
 * statement.
 */
export function whyNotInGroup(
  account: { readonly name: string; readonly kind: string; readonly creditor: string },
  group: { readonly name: string /** none where it is new */; readonly creditor: string | undefined },
): string | undefined {
  if (account.kind !== 'business') {
    return `${account.name} is on file as a ${debtorKindName(account.kind)}: only businesses can be in a group, since its accounts share their contacts and what is owed. If it is a business, a manager corrects its kind there first.`;
  }
  if (group.creditor !== undefined && group.creditor !== account.creditor) {
    return `“${group.name}” is a group of accounts owed to ${group.creditor}, and ${account.name} is owed to ${account.creditor}: a group has one statement, so it is of one creditor. Choose another name.`;
  }
  return undefined;
}
