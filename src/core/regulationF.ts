import { isUnderRegulationF } from './contactLimits.ts';
import type { ConditionFact, DebtorFact } from './facts.ts';

/**
 * Whether a debtor has to get the validation notice: in the USA a private individual whose debt is collected for another creditor gets
 * it with the first message, or within five days of it (12 CFR 1006.34(a)(1)). Duly does not write it: its contents and form are the
 * law's (1006.34(c), (d)).
 */
export function needsValidationNotice(debtor: DebtorFact): boolean {
  return isProtectedInUsa(debtor);
}

/** Whether nothing may be written yet, because the validation notice is not on record. */
export function lacksValidationNotice(debtor: DebtorFact): boolean {
  return needsValidationNotice(debtor) && debtor.validationNoticeOn === undefined;
}

/**
 * Whether a condition lets the notices of `ceaseNotices` go all the same: in the USA a wish to cease contact of a private individual whose
 * debt is collected for another creditor (12 CFR 1006.6(c)(2)). To everybody else nothing goes, since no law says what may follow their
 * wish: where they live elsewhere the limits of the Regulation are our own, and what it permits is no law.
 */
export function leavesNotices(debtor: DebtorFact, { kind }: Pick<ConditionFact, 'kind'>): boolean {
  return kind === 'cease' && isProtectedInUsa(debtor);
}

/** Whether US Regulation F is the law for a debtor, and not only the limits that we keep. */
function isProtectedInUsa(debtor: DebtorFact): boolean {
  return debtor.country === 'US' && isUnderRegulationF(debtor);
}

const OPT_OUT =
  'If you do not want to get emails from us about this account, answer “no more emails” to this one, and we will stop.';
const FROM_A_COLLECTOR = 'This communication is from a debt collector.';

/**
 * Sentences that every message to this debtor has to carry: how to opt out of electronic messages (12 CFR 1006.6(e)), and in the USA
 * who writes (15 USC 1692e(11), 12 CFR 1006.18(e)). Empty for everybody whose debt is not collected for another creditor, and for businesses.
 */
export function disclosuresTo(debtor: DebtorFact): string[] {
  if (!isUnderRegulationF(debtor)) return [];
  return debtor.country === 'US' ? [FROM_A_COLLECTOR, OPT_OUT] : [OPT_OUT];
}
