import { may, requireMay } from './permissions.ts';

/**
 * Throws DulyError `not_allowed`, with a sentence that names who can, unless the member may take an account's evidence out: managers,
 * finance, and whoever owns the account.
 */
export function requireMayExport(
  member: { readonly id: string; readonly role: string },
  { ownerId }: { readonly ownerId: string | null },
): void {
  if (member.id === ownerId && may(member.role, 'read')) return;
  requireMay(member, 'export_evidence');
}
