import { FIRST, type StageForm } from '../../../blocks/policies/StageForm.ts';
import { markOf } from '../../core/markOf.ts';
import { type Gate, type Policy, type Rung, stageOf, type Task } from '../../core/policy.ts';
import { stageName } from '../../core/stageName.ts';
import { mayAskFinance } from '../../core/stageProblems.ts';
import { encodeMetadata } from '../metadata.ts';

/** A stage as its form shows it. */
export function stageForm(policy: Policy, stage: Rung | Task): StageForm {
  const isRung = 'oneClick' in stage;
  const repeat = isRung ? stage.repeat : undefined;
  const others = policy.rungs.filter(({ key }) => key !== stage.key);
  const stages = others.map(({ key }) => ({ value: key, text: stageName(key) }));
  const isAlone = 'onArrival' in stage && stage.onArrival;
  return {
    name: stageName(stage.key),
    inUse: stage.enabled,
    day: isAlone ? undefined : String(stage.day),
    place: isRung && stages.length > 0 ? { after: placeOf(policy, stage.key), stages } : undefined,
    repeats:
      isRung && stage.kind === 'written' && repeat?.kind !== 'following'
        ? (repeat?.days ?? []).join(', ')
        : undefined,
    everyDays: repeat?.kind === 'following' ? String(repeat.thenEveryDays) : undefined,
    gate:
      isAlone || stages.length === 0
        ? undefined
        : {
            stages,
            needs: stage.gate?.needs ?? [],
            gap: stage.gate ? String(stage.gate.businessDays) : '',
            deadlinePassed: stage.gate?.deadlinePassed ?? false,
          },
    deadlineDays: isRung && stage.kind === 'written' ? String(stage.deadlineDays ?? '') : undefined,
    asks: stage.asks,
    mayAskFinance: mayAskFinance(stage),
    approvedBy: stage.approvedBy,
    metadata: encodeMetadata({
      ...{ key: policy.key, stage: stage.key },
      mark: markOf(placedStage(policy, stage.key)),
    }),
  };
}

/** A stage and its place on the ladder: what its form shows of a policy. */
export function placedStage(policy: Policy, key: string): unknown {
  return { stage: stageOf(policy, key), after: placeOf(policy, key) };
}

function placeOf({ rungs }: Policy, key: string): string {
  return rungs[rungs.findIndex((rung) => rung.key === key) - 1]?.key ?? FIRST;
}

/** What a form asks for of a stage; absent is what it did not ask. */
export interface StageChange {
  readonly inUse: boolean;
  readonly day: number;
  readonly repeats?: readonly number[] | undefined;
  readonly everyDays?: number | undefined;
  readonly gate?: Gate | undefined;
  /** the stage that it comes after, or `FIRST` */
  readonly after?: string | undefined;
  /** null: none any more */
  readonly deadlineDays?: number | null | undefined;
  readonly asks: string;
  readonly approvedBy: readonly string[];
}

/** The policy with one of its stages changed, not checked yet. */
export function withStage(policy: Policy, key: string, change: StageChange): unknown {
  const rungs = placed(policy, key, change.after);
  return {
    ...policy,
    rungs: rungs.map((rung) => (rung.key === key ? changedRung(rung, change) : rung)),
    tasks: policy.tasks.map((task) => (task.key === key ? { ...task, ...common(task, change) } : task)),
  };
}

/** The rungs with one moved behind another, or to the beginning. */
function placed({ rungs }: Policy, key: string, after: string | undefined): readonly Rung[] {
  const moved = rungs.find((rung) => rung.key === key);
  if (!moved || after === undefined) return rungs;
  const others = rungs.filter((rung) => rung !== moved);
  const at = after === FIRST ? 0 : others.findIndex((rung) => rung.key === after) + 1;
  if (at === 0 && after !== FIRST) return rungs;
  return [...others.slice(0, at), moved, ...others.slice(at)];
}

function changedRung(rung: Rung, change: StageChange): unknown {
  const { repeats, everyDays, deadlineDays } = change;
  const { repeat, deadlineDays: before, ...rest } = rung;
  const again =
    repeat?.kind === 'following'
      ? { ...repeat, thenEveryDays: everyDays ?? repeat.thenEveryDays }
      : repeats === undefined
        ? repeat
        : repeats.length > 0 && { kind: 'days', days: repeats };
  const until = deadlineDays === undefined ? before : deadlineDays;
  return {
    ...rest,
    ...common(rung, change),
    ...(again && { repeat: again }),
    ...(until && { deadlineDays: until }),
  };
}

function common({ gate: before }: Rung | Task, { inUse, day, gate, asks, approvedBy }: StageChange) {
  const needs = gate === undefined ? before : gate;
  return {
    enabled: inUse,
    day,
    asks,
    approvedBy,
    gate: needs && needs.needs.length > 0 ? needs : undefined,
  };
}
