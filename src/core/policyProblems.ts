import type { AppliesTo } from './appliesTo.ts';
import { countryOf } from './countryOf.ts';
import { debtorKindName } from './debtorKindName.ts';
import { lawGaps } from './lawGaps.ts';
import { markOf } from './markOf.ts';
import { type Policy, type Rung, stageOf, type Task } from './policy.ts';
import { notACountry } from './readCountry.ts';
import { stageName } from './stageName.ts';
import { rungProblems, type StageProblem, skippedNeeds, taskProblems } from './stageProblems.ts';

/** What keeps a policy from being switched on, and where it stands in it. */
export interface PolicyProblem {
  /** from the whole policy down to the entry: `['rungs', 2, 'gate']`; an entry that is missing is named all the same */
  readonly path: readonly (string | number)[];
  readonly sentence: string;
}

/**
 * What keeps a policy that can be read from being switched on: stages that can never be reached or done, deadlines
 * shorter than the law's where that is known, a credit hold or visit that nobody would answer for, and another policy in use that is for the
 * same customers, and what it names as a country and is none. (Stages out of order and gates that lead round in a circle cannot be read at all.)
 * @param inUse the policies that new cases begin with, its own earlier version among them
 */
export function policyProblems(policy: Policy, inUse: readonly Policy[] = []): PolicyProblem[] {
  const used = policy.rungs.filter(({ enabled }) => enabled);
  if (used.length === 0) return [{ path: ['rungs'], sentence: 'No stage of the ladder is in use.' }];
  return [
    ...neverChosen(policy, inUse),
    ...nowhere(policy),
    ...policy.rungs.flatMap((rung, index) =>
      rung.enabled ? placed(['rungs', index], ofRung(rung, used, policy)) : [],
    ),
    ...policy.tasks.flatMap((task, index) =>
      task.enabled ? placed(['tasks', index], ofTask(task, policy)) : [],
    ),
  ];
}

/** Of two policies for the same customers the one key decides for good, and the other is never chosen. */
function neverChosen({ key, appliesTo }: Policy, inUse: readonly Policy[]): PolicyProblem[] {
  const twins = inUse.filter((other) => other.key !== key && isForSame(other.appliesTo, appliesTo));
  return twins.map(({ name }) => ({
    path: ['appliesTo'],
    sentence: `It is for the same customers as “${name}”, so that one of the two would never be chosen: say for whom it is.`,
  }));
}

function nowhere({ appliesTo: { countries } }: Policy): PolicyProblem[] {
  return countries.flatMap((code, index) =>
    countryOf(code) ? [] : [{ path: ['appliesTo', 'countries', index], sentence: notACountry(code) }],
  );
}

function isForSame(one: AppliesTo, other: AppliesTo): boolean {
  return markOf(conditionsOf(one)) === markOf(conditionsOf(other));
}

function conditionsOf({ kinds, countries, tags, owesAtLeast }: AppliesTo): unknown {
  const [forKinds, inCountries, tagged] = [kinds, countries, tags].map((each) => [...new Set(each)].sort());
  return { forKinds, inCountries, tagged, owesAtLeast };
}

function placed(stage: PolicyProblem['path'], problems: readonly StageProblem[]): PolicyProblem[] {
  return problems.map(({ field, sentence }) => ({
    path: field === undefined ? stage : [...stage, field],
    sentence,
  }));
}

function ofRung(rung: Rung, used: readonly Rung[], policy: Policy): StageProblem[] {
  return [
    ...rungProblems(rung),
    ...said('day', overtaken(rung, used.slice(used.indexOf(rung) + 1))),
    ...said('gate', closed(rung, policy)),
    ...skippedNeeds(policy, rung),
    ...said('deadlineDays', tooShort(rung, policy)),
  ];
}

function ofTask(task: Task, policy: Policy): StageProblem[] {
  return [
    ...taskProblems(task),
    ...said('gate', closed(task, policy)),
    ...said('unanswered', tooSeldom(task, policy)),
    ...said(undefined, careless(task, policy)),
  ];
}

function said(field: string | undefined, sentences: readonly string[]): StageProblem[] {
  return sentences.map((sentence) => ({ field, sentence }));
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

/** What is asked after so many unanswered steps of a stage needs a stage that is taken so often. */
function tooSeldom({ key, unanswered }: Task, policy: Policy): string[] {
  const rung = policy.rungs.find((each) => each.key === unanswered?.stage);
  if (!unanswered || !rung?.enabled || rung.repeat?.kind === 'following') return [];
  const most = 1 + (rung.repeat?.days.length ?? 0);
  if (unanswered.times <= most) return [];
  const often = most === 1 ? 'once' : `${most} times`;
  return [
    `${stageName(key)} is never reached: it comes after ${unanswered.times} of ${stageName(rung.key)} without an answer, which is taken ${often} at most.`,
  ];
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
