import type { Settings } from '../../core/settings.ts';

/** The limits within which a team works, as its settings keep them; each has a default. */
export type Limits = Readonly<
  Pick<
    Settings,
    | 'singleApprover'
    | 'twoApproversOver'
    | 'freshnessDays'
    | 'smallBalance'
    | 'promptsADay'
    | 'recordsYears'
    | 'recordsYearsRegulationF'
  >
>;

/** The limits among a workspace's settings. */
export function limitsOf(settings: Limits): Limits {
  const { singleApprover, twoApproversOver, freshnessDays, smallBalance, promptsADay } = settings;
  const { recordsYears, recordsYearsRegulationF } = settings;
  const work = { singleApprover, twoApproversOver, freshnessDays, smallBalance, promptsADay };
  return { ...work, recordsYears, recordsYearsRegulationF };
}
