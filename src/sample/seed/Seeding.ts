import type { Day } from '../../core/day.ts';
import type { Db } from '../../db/client.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';
import type { Member } from '../../generated/prisma/client.ts';
import type { SampleDebtor } from '../SampleDebtor.ts';
import type { PersonName } from '../sampleTeam.ts';

/** What every part of writing the sample works with. */
export interface Seeding {
  readonly db: Db;
  /** set up, and not started yet */
  readonly workspace: WorkspaceContext;
  readonly firstDay: Day;
  readonly debtors: readonly SampleDebtor[];
  readonly members: Readonly<Record<PersonName, Member>>;
  /** the version of the team's own policy, for businesses, that their cases go by */
  readonly policyId: string;
}

/** A debtor as the database knows it. */
export interface SeededDebtor {
  readonly id: string;
  /** whom calls and mails of the past went to */
  readonly contactId: string | undefined;
  /** ids by number */
  readonly invoices: ReadonlyMap<string, string>;
}

/** Debtors by their account. */
export type SeededDebtors = ReadonlyMap<string, SeededDebtor>;

/** The seeded debtor behind a line of the cast. */
export function seeded(ids: SeededDebtors, { account }: SampleDebtor): SeededDebtor {
  const found = ids.get(account);
  if (!found) throw new Error(`the sample's account ${account} was not imported`);
  return found;
}
