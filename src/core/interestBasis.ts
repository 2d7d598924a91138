import type { Day } from './day.ts';
import type { DebtorKind } from './facts.ts';
import type { Settings } from './settings.ts';
import { type Statute, statuteFor } from './statutes.ts';

/** On what late-payment interest on an invoice stands: one basis per invoice. */
export type InterestBasis =
  | { readonly kind: 'contract'; readonly basisPoints: number; readonly yearDays: number }
  | { readonly kind: 'statute'; readonly statute: Statute };

const CONTRACT_YEAR_DAYS = 365;

/**
 * The contract's rate where the creditor's terms have one, else the statute of the governing law (the workspace's country unless
 * set). Undefined where there is none: private individuals and sole traders never pay business-to-business interest.
 */
export function interestBasis({
  debtorKind,
  issuedOn,
  country,
  interest,
  statutes,
}: {
  debtorKind: DebtorKind;
  issuedOn: Day;
  /** the workspace's */
  country: string;
  /** the creditor's terms */
  interest: Settings['interest'];
  /** the workspace's own rows of law */
  statutes: readonly Statute[];
}): InterestBasis | undefined {
  if (debtorKind !== 'business') return undefined;
  const { contractBasisPoints, law } = interest;
  if (contractBasisPoints !== null)
    return { kind: 'contract', basisPoints: contractBasisPoints, yearDays: CONTRACT_YEAR_DAYS };
  const statute = statuteFor(statutes, law ?? country, issuedOn);
  return statute && { kind: 'statute', statute };
}
