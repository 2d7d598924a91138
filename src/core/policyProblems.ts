import { debtorKindName } from './debtorKindName.ts';
import { lawGaps } from './lawGaps.ts';
import { type Policy, type Rung, stageOf, type Task } from './policy.ts';
import { stageName } from './stageName.ts';

/**
 * What keeps a policy that can be read from being switched on, as sentences: stages that can never be reached, deadlines
 * shorter than the law's where that is known, and a credit hold or visit that nobody would answer for. (Stages out of order and gates that lead round in a circle cannot be read at all.)
 */
export function policyProblems(policy: Policy): string[] {
  const used = policy.rungs.filter(({ enabled }) => enabled);
  if (used.length === 0) return ['No stage of the ladder is in use.'];
  const tasks = policy.tasks.filter(({ enabled }) => enabled);
  return [
    ...used.flatMap((rung, index) => overtaken(rung, used.slice(index + 1))),
    ...[...used, ...tasks].flatMap((stage) => closed(stage, policy)),
    ...used.flatMap((rung) => tooShort(rung, policy)),
    ...tasks.flatMap((task) => careless(task, policy)),
  ];
}

/** A wake-up takes the highest stage whose day has come: one that shares its day with a later, ungated one is passed over for good. */
function overtaken(rung: Rung, later: readonly Rung[]): string[] {
  const next = later.find(({ gate }) => gate === undefined);
  if (!next) return [];
  const name = stageName(rung.key);
  if (next.day <= rung.day)
    return [`${name} is never reached: ${stageName(next.key)} comes on the same day.`];
  const lost = rung.repeat?.kind === 'days' ? rung.repeat.days.filter((day) => day >= next.day) : [];
  return lost.length > 0
    ? [
        `${name} is never repeated on day ${lost.join(', ')}: ${stageName(next.key)} comes on day ${next.day}.`,
      ]
    : [];
}

function closed(stage: Rung | Task, policy: Policy): string[] {
  const { key, gate } = stage;
  const unanswered = 'unanswered' in stage && stage.unanswered ? [stage.unanswered.stage] : [];
  const off = [...(gate?.needs ?? []), ...unanswered].filter((need) => !stageOf(policy, need)?.enabled);
  if (off.length > 0) {
    const needs = off.map((need) => stageName(need)).join(', ');
    return [`${stageName(key)} is never reached: it needs ${needs}, which is not in use.`];
  }
  const names = (gate?.needs ?? []).some(
    (need) => policy.rungs.find((rung) => rung.key === need)?.deadlineDays,
  );
  return gate?.deadlinePassed && !names
    ? [`${stageName(key)} waits for a deadline to pass, but no stage that it needs names one.`]
    : [];
}

/** Supply is stopped, and a private person visited, with a manager's word only; supply never on payments that are out of date. */
function careless({ key, approvedBy, harsh }: Task, { appliesTo: { kinds } }: Policy): string[] {
  const name = stageName(key);
  const approved = approvedBy.includes('manager');
  if (key === 'direct_contact') {
    const toBusinesses = kinds.length > 0 && kinds.every((kind) => kind === 'business');
    return approved || toBusinesses
      ? []
      : [`${name} must be approved by a manager where it is for sole traders or private individuals.`];
  }
  if (key !== 'credit_hold') return [];
  return [
    ...(approved ? [] : [`${name} must be approved by a manager.`]),
    ...(harsh ? [] : [`${name} must be harsh, so that it waits for payments that are known up to date.`]),
  ];
}

function tooShort({ key, deadlineDays = 0 }: Rung, { appliesTo }: Policy): string[] {
  return lawGaps
    .filter(
      ({ stage, country, kinds, days }) =>
        stage === key &&
        deadlineDays < days &&
        (appliesTo.countries.length === 0 || appliesTo.countries.includes(country)) &&
        (appliesTo.kinds.length === 0 || appliesTo.kinds.some((kind) => kinds.includes(kind))),
    )
    .map(
      ({ country, kinds, days, source }) =>
        `${stageName(key)} must give ${days} days at least to a ${kinds.map((kind) => debtorKindName(kind)).join(' or ')} in ${country}, not ${deadlineDays} (${source}).`,
    );
}
