/**
 * What may still be written to somebody who asked us to cease contact, by 12 CFR 1006.6(c)(2): that our efforts end (i), remedies that
 * we or the creditor ordinarily use and may use (ii), one that is meant to be used (iii). They stand beside the ladder.
 */
export const ceaseNotices = ['efforts_end', 'remedy_possible', 'remedy_intended'] as const;
export type CeaseNotice = (typeof ceaseNotices)[number];

/** Whether a notice's kind is one of those. */
export function isCeaseNotice(kind: string): kind is CeaseNotice {
  return ceaseNotices.some((one) => one === kind);
}

/** Whether it has to name a remedy: that our efforts end is all that the first one says. */
export function namesRemedy(kind: CeaseNotice): boolean {
  return kind !== 'efforts_end';
}

/** What it says, after “a notice”. */
export const ceaseNoticeWords: Readonly<Record<CeaseNotice, string>> = {
  efforts_end: 'that our efforts end',
  remedy_possible: 'of a remedy that may be used',
  remedy_intended: 'of a remedy that will be used',
};

const allowedBy: Readonly<Record<CeaseNotice, string>> = {
  efforts_end: '12 CFR 1006.6(c)(2)(i), permits this notice: it says that our efforts end, and nothing else',
  remedy_possible:
    '12 CFR 1006.6(c)(2)(ii), permits this notice: it names a remedy that may be used, and nothing else. Approve it only if we or the creditor ordinarily use that remedy',
  remedy_intended:
    '12 CFR 1006.6(c)(2)(iii), permits this notice: it names a remedy that will be used, and nothing else. Approve it only if it is decided to use that remedy',
};

/** Why it may be written to somebody who wants no contact, and when it may be approved, as a clause. */
export function whyPermitted(kind: CeaseNotice): string {
  return `US Regulation F, ${allowedBy[kind]}`;
}

/** What may still be written, where it is to be said beside a stop. */
export const permittedNotices = 'the notices that US Regulation F permits, each approved (/debt notice)';
