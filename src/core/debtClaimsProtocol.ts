import { type Day, dayOf } from './day.ts';
import type { DebtorFact } from './facts.ts';
import { regionCode } from './regionCode.ts';

/**
 * The Pre-Action Protocol for Debt Claims: a business that claims a debt from an individual, sole traders included, before
 * the courts of England and Wales. Source: Civil Procedure Rules, Pre-Action Protocol for Debt Claims; in force from 1 October
 * 2017 (paragraph 1.1 whom it is for, 3.1 what the letter says and encloses, 4.1 the time to reply).
 */
export const debtClaimsProtocol = {
  inForceFrom: dayOf('2017-10-01'),
  /** calendar days in which the customer may reply before a claim is started, paragraph 4.1 */
  replyDays: 30,
  /** paragraph 3.1 (c) and (d); the statement of account is in the letter itself */
  enclosures: ['the Information Sheet', 'the Reply Form', 'the Financial Statement form'],
} as const;

const OTHER_COURTS: ReadonlySet<string> = new Set(['SCT', 'NIR']);

/** Whether a formal demand to that debtor is a letter of claim under the protocol. Without a region, or with one that is not known, Great Britain counts in: the stricter rule. */
export function fallsUnderDebtClaims(
  { kind, country, region }: Pick<DebtorFact, 'kind' | 'country' | 'region'>,
  on: Day,
): boolean {
  if (kind === 'business' || country !== 'GB' || on < debtClaimsProtocol.inForceFrom) return false;
  return !OTHER_COURTS.has(regionCode(country, region) ?? '');
}
