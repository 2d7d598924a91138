import type { DebtorKind } from '../../core/facts.ts';
import type { Role } from '../../core/permissions.ts';

/** Roles that are given by name; everybody else is a viewer. */
export const givenRoles = [
  'manager',
  'collector',
  'finance',
  'account_manager',
] as const satisfies readonly Role[];
export type GivenRole = (typeof givenRoles)[number];

/** The same however the members of a role stand in a list. */
export function inOneOrder({ roles, ...rest }: WorkspaceSettings): WorkspaceSettings {
  const { manager, collector, finance, account_manager } = roles;
  const sorted = (ids: readonly string[]) => [...ids].sort();
  return {
    ...rest,
    roles: {
      manager: sorted(manager),
      collector: sorted(collector),
      finance: sorted(finance),
      account_manager: sorted(account_manager),
    },
  };
}

/** What managers may set in Slack. */
export interface WorkspaceSettings {
  readonly channels: Readonly<
    Record<'collections' | 'approvals' | 'finance' | 'accountManagers' | 'imports', string | undefined>
  >;
  /** times of day, `HH:MM` in the workspace's zone */
  readonly dailyDigestAt: string;
  readonly promptsAt: string;
  readonly weeklyDigestAt: string;
  /** IANA */
  readonly zone: string;
  /** ISO 3166-1 alpha-2 */
  readonly country: string;
  readonly region: string | undefined;
  /** ISO 4217 */
  readonly currency: string | undefined;
  /** what the new accounts of a file are, unless who imports it says otherwise */
  readonly defaultDebtorKind: DebtorKind;
  /** `YYYY-MM-DD`: closed beyond weekends and public holidays */
  readonly closingDays: readonly string[];
  /** each customer with open items gets a statement at month end */
  readonly statements: boolean;
  /** day of the month on which the books close; null: its last */
  readonly monthClosesOn: number | null;
  /** Slack ids by role */
  readonly roles: Readonly<Record<GivenRole, readonly string[]>>;
}
