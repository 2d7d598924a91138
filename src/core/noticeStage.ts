import type { Policy } from './policy.ts';

/** Stages of the ladder that have a letter of their own. */
export const noticeStages = [
  'pre_due',
  'due',
  'chase',
  'firm_notice',
  'final_notice',
  'demand_letter',
] as const;
export type NoticeStage = (typeof noticeStages)[number];

/**
 * Whose words a written stage is sent in. A team's own stage borrows those of the nearest built-in one that say nothing untrue of
 * it: before the due date and on it by its day; the late-payment notice once it is harsh, or stands after that notice; else the
 * polite reminder. Never those of the final notice or the demand, which speak of what went before. Undefined for a stage that is not written.
 */
export function noticeStage({ rungs }: Pick<Policy, 'rungs'>, key: string): NoticeStage | undefined {
  const index = rungs.findIndex((rung) => rung.key === key);
  const rung = rungs[index];
  if (rung?.kind !== 'written') return undefined;
  const own = noticeStages.find((stage) => stage === key);
  if (own) return own;
  if (rung.day < 0) return 'pre_due';
  if (rung.day === 0) return 'due';
  const firm = rung.harsh || rungs.slice(0, index).some(({ enabled, harsh }) => enabled && harsh);
  return firm ? 'firm_notice' : 'chase';
}
