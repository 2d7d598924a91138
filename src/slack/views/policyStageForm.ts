import type { StageForm } from '../../../blocks/policies/StageForm.ts';
import type { Policy, Rung, Task } from '../../core/policy.ts';
import { stageName } from '../../core/stageName.ts';
import { encodeMetadata } from '../metadata.ts';

/** A stage as its form shows it. */
export function stageForm(policyKey: string, stage: Rung | Task): StageForm {
  const isRung = 'oneClick' in stage;
  const repeat = isRung ? stage.repeat : undefined;
  return {
    name: stageName(stage.key),
    inUse: stage.enabled,
    day: 'onArrival' in stage && stage.onArrival ? undefined : String(stage.day),
    repeats:
      isRung && stage.kind === 'written' && repeat?.kind !== 'following'
        ? (repeat?.days ?? []).join(', ')
        : undefined,
    everyDays: repeat?.kind === 'following' ? String(repeat.thenEveryDays) : undefined,
    gap: stage.gate && {
      days: String(stage.gate.businessDays),
      needs: stage.gate.needs.map(stageName).join(', '),
    },
    deadlineDays: isRung && stage.kind === 'written' ? String(stage.deadlineDays ?? '') : undefined,
    asks: stage.asks,
    approvedBy: stage.approvedBy,
    metadata: encodeMetadata({ key: policyKey, stage: stage.key }),
  };
}

/** What a form asks for of a stage; absent is what it did not ask. */
export interface StageChange {
  readonly inUse: boolean;
  readonly day: number;
  readonly repeats?: readonly number[] | undefined;
  readonly everyDays?: number | undefined;
  readonly gap?: number | undefined;
  /** null: none any more */
  readonly deadlineDays?: number | null | undefined;
  readonly asks: string;
  readonly approvedBy: readonly string[];
}

/** The policy with one of its stages changed, not checked yet. */
export function withStage(policy: Policy, key: string, change: StageChange): unknown {
  return {
    ...policy,
    rungs: policy.rungs.map((rung) => (rung.key === key ? changedRung(rung, change) : rung)),
    tasks: policy.tasks.map((task) => (task.key === key ? { ...task, ...common(task, change) } : task)),
  };
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

function common({ gate }: Rung | Task, { inUse, day, gap, asks, approvedBy }: StageChange) {
  return {
    enabled: inUse,
    day,
    asks,
    approvedBy,
    ...(gate && { gate: { ...gate, businessDays: gap ?? gate.businessDays } }),
  };
}
