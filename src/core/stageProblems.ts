import { isMessage } from './messageKinds.ts';
import { noticeStages } from './noticeStage.ts';
import type { Policy, Rung, Task } from './policy.ts';
import { stageName } from './stageName.ts';

/** What is wrong with one entry of a stage. */
export interface StageProblem {
  /** the entry of the stage that is to be changed, where it is one */
  readonly field?: string | undefined;
  /** a sentence */
  readonly sentence: string;
}

const LADDER = new Map<string, Rung['kind']>([
  ...noticeStages.map((key) => [key, 'written'] as const),
  ['commitment_call', 'contact'],
  ['hand_off', 'task'],
]);
const BESIDE = new Map<string, Task['kind']>([
  ['issued', 'task'],
  ['alternate_contact', 'contact'],
  ['credit_hold', 'task'],
  ['direct_contact', 'contact'],
]);
const KINDS = { written: 'written', contact: 'a contact', task: 'a task' };
const NEVER_ASKED: ReadonlySet<string> = new Set(['account_manager', 'viewer']);
const NAMES_DATE: ReadonlySet<string> = new Set(['final_notice', 'demand_letter']);

/** What a stage of the ladder may not be: Duly could not do it, or would do what nobody agreed to. */
export function rungProblems(rung: Rung): StageProblem[] {
  const { key, kind, approvedBy, deadlineDays, posted, repeat } = rung;
  const name = stageName(key);
  const problems: (StageProblem | false)[] = [
    BESIDE.has(key) && {
      field: 'key',
      sentence: `${name} stands beside the ladder: list it under tasks, or give this stage a name of your own.`,
    },
    isMessage(key) && besideAll(name),
    ofKind(rung, LADDER.get(key)),
    asked(rung),
    key === 'hand_off' &&
      !approvedBy.includes('manager') && {
        field: 'approvedBy',
        sentence: `${name} must be approved by a manager.`,
      },
    kind !== 'written' && key !== 'hand_off' && approvedBy.length > 0 && unapproved(name),
    kind !== 'written' &&
      deadlineDays !== undefined && {
        field: 'deadlineDays',
        sentence: `${name} is not written, so it can name no deadline: leave deadlineDays out.`,
      },
    kind !== 'written' &&
      repeat?.kind === 'following' && {
        field: 'repeat',
        sentence: `${name} is not written: it can be repeated on days of the policy, not on the days that follow it.`,
      },
    NAMES_DATE.has(key) &&
      deadlineDays === undefined && {
        sentence: `${name} names the date by which payment must arrive: say after how many days (deadlineDays).`,
      },
    posted !== (key === 'demand_letter') && {
      field: 'posted',
      sentence: posted
        ? `${name} cannot go by registered post: only ${stageName('demand_letter')} does.`
        : `${name} goes by registered post: set posted to true.`,
    },
    posted &&
      !approvedBy.includes('manager') && {
        field: 'approvedBy',
        sentence: `${name} must be approved by a manager.`,
      },
  ];
  return problems.filter((problem) => problem !== false);
}

function besideAll(name: string): StageProblem {
  return {
    field: 'key',
    sentence: `${name} is a message that takes no step: give this stage a name of your own.`,
  };
}

/** What a task beside the ladder may not be. */
export function taskProblems(task: Task): StageProblem[] {
  const { key, approvedBy, onArrival } = task;
  const name = stageName(key);
  const approvable = key === 'credit_hold' || key === 'direct_contact';
  const problems: (StageProblem | false)[] = [
    LADDER.has(key) && {
      field: 'key',
      sentence: `${name} is a stage of the ladder: list it under rungs, or give this task a name of your own.`,
    },
    isMessage(key) && besideAll(name),
    ofKind(task, BESIDE.get(key)),
    asked(task),
    !approvable && approvedBy.length > 0 && unapproved(name),
    onArrival !== (key === 'issued') && {
      field: 'onArrival',
      sentence: onArrival
        ? `${name} is never asked: only ${stageName('issued')} is asked on arrival.`
        : `${name} is asked on arrival: set onArrival to true.`,
    },
  ];
  return problems.filter((problem) => problem !== false);
}

/**
 * Stages that the ladder can leave behind for good: what a stage needs is skipped where one between them can be taken without it,
 * as it is for whoever comes late.
 */
export function skippedNeeds(policy: Policy, rung: Rung): StageProblem[] {
  const used = policy.rungs.filter(({ enabled }) => enabled);
  const at = used.indexOf(rung);
  return (rung.gate?.needs ?? []).flatMap((need) => {
    const from = used.findIndex(({ key }) => key === need);
    if (from < 0) return [];
    const between = used.slice(from + 1, at).find(({ key }) => !restsOn(used, key).has(need));
    if (!between) return [];
    const [name, needed, passing] = [rung.key, need, between.key].map(stageName);
    return [
      {
        field: 'gate',
        sentence: `${name} may never be reached: it needs ${needed}, which is passed over where ${passing} comes first. Let ${passing} need ${needed} too, or ${name} need ${passing}.`,
      },
    ];
  });
}

/** Every stage that must be done before one can be taken. */
function restsOn(rungs: readonly Rung[], key: string): Set<string> {
  const found = new Set<string>();
  const queue = [key];
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    for (const need of rungs.find((rung) => rung.key === next)?.gate?.needs ?? []) {
      if (found.has(need)) continue;
      found.add(need);
      queue.push(need);
    }
  }
  return found;
}

function ofKind({ key, kind }: Rung | Task, must: Rung['kind'] | undefined): StageProblem | false {
  if (must === undefined || kind === must) return false;
  return {
    field: 'kind',
    sentence: `${stageName(key)} is ${KINDS[must]}, not ${KINDS[kind]}: for anything else give the stage a name of your own.`,
  };
}

/** Finance writes to no customer and calls none: what it can be asked to do is a task of the team's own. */
export function mayAskFinance({ key, kind }: Pick<Rung | Task, 'key' | 'kind'>): boolean {
  return kind === 'task' && !LADDER.has(key) && !BESIDE.has(key);
}

function asked(stage: Rung | Task): StageProblem | false {
  const name = stageName(stage.key);
  const mayFinance = mayAskFinance(stage);
  const others = mayFinance ? 'a manager or finance' : 'or a manager';
  const ask = `ask the owner, a collector${mayFinance ? ',' : ''} ${others}`;
  if (NEVER_ASKED.has(stage.asks))
    return { field: 'asks', sentence: `${name} asks somebody who never collects: ${ask}.` };
  if (stage.asks === 'finance' && !mayFinance)
    return {
      field: 'asks',
      sentence: `${name} asks finance, who can be asked to do tasks of your own alone: ${ask}.`,
    };
  return false;
}

function unapproved(name: string): StageProblem {
  return {
    field: 'approvedBy',
    sentence: `${name} cannot wait for an approval: what can be approved is what is written, a hand-off, a credit hold and a visit. Leave approvedBy out, or ask a manager to do it.`,
  };
}
