import { businessDaysBetween } from '../core/calendar.ts';
import { addDays, type Day } from '../core/day.ts';
import { dateGiven } from '../core/deadlineFor.ts';
import type { Policy } from '../core/policy.ts';
import type { SampleDebtor, SampleInvoice } from './SampleDebtor.ts';
import { minorOf } from './sampleItem.ts';
import { samplePolicyFor } from './samplePolicy.ts';
import { businessDayBefore, sampleCalendar, storyDay } from './sampleStart.ts';

/** A step of the ladder that the team took before the first day. */
export interface PastStep {
  readonly stage: string;
  readonly written: boolean;
  readonly occurrence: number;
  readonly stageDay: number;
  readonly takenOn: Day;
  /** the date that it gave the customer */
  readonly deadlineOn?: Day;
  /** it went by registered post too */
  readonly posted?: boolean;
  /** a task beside the ladder */
  readonly beside?: true;
  /** the one that carries the case first */
  readonly invoices: readonly SampleInvoice[];
}

interface Turn {
  readonly stage: string;
  readonly written: boolean;
  readonly occurrence: number;
  readonly day: number;
  readonly listsFrom: number;
}

const PRE_DUE = 7;
/** business days between two messages */
const APART = 3;

/**
 * What a team that follows Larkfield's policy has done about a debtor by the evening before `firstDay`: walked day by
 * day, one step at a time, resting while the story says that something stopped the clock. Stages that need an approval are
 * those of the story.
 */
export function ladderHistory(debtor: SampleDebtor, firstDay: Day): PastStep[] {
  const open = debtor.invoices
    .filter(({ amount, settledOn }) => amount > 0n && settledOn === undefined)
    .sort((a, b) => a.dueOn - b.dueOn);
  const last = businessDayBefore(firstDay);
  const turns = turnsOf(samplePolicyFor(debtor.kind));
  const resting = rests(debtor, firstDay);
  const reached = new Map<SampleInvoice, number>();
  const steps: PastStep[] = [];
  for (let day = addDays(open[0]?.dueOn ?? last, -PRE_DUE); day <= last; day = addDays(day, 1)) {
    const carrying = open.find((invoice) => !isPaid(debtor, invoice, open[0], day, firstDay));
    if (!carrying || !sampleCalendar.isOpen(day) || resting(day)) continue;
    const late = day - carrying.dueOn;
    const index = turns.findLastIndex((turn) => turn.day <= late);
    const turn = turns[index];
    if (!turn || index <= (reached.get(carrying) ?? -1)) continue;
    const before = steps.findLast(({ written }) => written);
    if (turn.written && before && businessDaysBetween(sampleCalendar, before.takenOn, day) < APART) continue;
    const also = open.filter((invoice) => invoice !== carrying && day - invoice.dueOn >= turn.listsFrom);
    const { stage, written, occurrence } = turn;
    const alone = stage === 'firm_notice';
    const invoices = [carrying, ...(alone ? [] : also)];
    steps.push({ stage, written, occurrence, stageDay: turn.day, takenOn: day, invoices });
    reached.set(carrying, index);
  }
  const taken = [...steps, ...besideSteps(debtor, open, firstDay)].sort((a, b) => a.takenOn - b.takenOn);
  return [...taken, ...formalSteps(debtor, open, firstDay)];
}

/** The tasks beside the ladder that wait for nothing but their day. */
function besideSteps(debtor: SampleDebtor, open: readonly SampleInvoice[], firstDay: Day): PastStep[] {
  const last = businessDayBefore(firstDay);
  const resting = rests(debtor, firstDay);
  const tasks = samplePolicyFor(debtor.kind).tasks.filter(
    ({ enabled, onArrival, gate, unanswered, approvedBy }) =>
      enabled && !onArrival && !gate && !unanswered && approvedBy.length === 0,
  );
  return tasks.flatMap(({ key, day }) =>
    open.flatMap((invoice) => {
      let takenOn = addDays(invoice.dueOn, day);
      while (takenOn <= last && (resting(takenOn) || !sampleCalendar.isOpen(takenOn)))
        takenOn = addDays(takenOn, 1);
      const isCarrying = invoice === open.find((one) => !isPaid(debtor, one, open[0], takenOn, firstDay));
      if (takenOn > last || !isCarrying) return [];
      const step = { stage: key, written: false, occurrence: 1, stageDay: day, takenOn };
      return [{ ...step, beside: true as const, invoices: [invoice] }];
    }),
  );
}

/** What the story says went out with an approval, about the oldest invoice, with the date that the policy gives. */
function formalSteps(
  { kind, story }: SampleDebtor,
  [oldest]: readonly SampleInvoice[],
  firstDay: Day,
): PastStep[] {
  if (!oldest) return [];
  const policy = samplePolicyFor(kind);
  return (story.formal ?? []).map(({ stage, daysAgo }) => {
    const { day = 0, deadlineDays = 0, posted = false } = policy.rungs.find(({ key }) => key === stage) ?? {};
    const takenOn = storyDay(firstDay, daysAgo);
    const deadlineOn = dateGiven({ days: deadlineDays, posted }, takenOn, sampleCalendar);
    return {
      ...{ stage, written: true, occurrence: 1, stageDay: day },
      ...{ takenOn, deadlineOn, posted, invoices: [oldest] },
    };
  });
}

function turnsOf({ rungs }: Policy): Turn[] {
  return rungs
    .filter(({ enabled, approvedBy }) => enabled && approvedBy.length === 0)
    .flatMap(({ key, kind, day, repeat, listsFrom }) => {
      const days = [day, ...(repeat?.kind === 'days' ? repeat.days : [])];
      return days.map((on, index) => ({
        stage: key,
        written: kind === 'written',
        occurrence: index + 1,
        day: on,
        listsFrom: listsFrom ?? day,
      }));
    });
}

/** Promises rest the ladder until they are judged; other stories say for how long it has been quiet. */
function rests({ story }: SampleDebtor, firstDay: Day): (day: Day) => boolean {
  const quietFrom = story.quietFor === undefined ? firstDay : addDays(firstDay, -story.quietFor);
  const promised = (story.events ?? []).flatMap((event) =>
    event.kind === 'call' && event.promise
      ? [{ from: addDays(firstDay, -event.daysAgo), until: addDays(firstDay, 4 - event.promise.daysAgo) }]
      : [],
  );
  return (day) => day >= quietFrom || promised.some(({ from, until }) => from <= day && day <= until);
}

function isPaid(
  { story }: SampleDebtor,
  invoice: SampleInvoice,
  oldest: SampleInvoice | undefined,
  day: Day,
  firstDay: Day,
): boolean {
  if (invoice !== oldest) return false;
  const received = (story.paid ?? []).filter(([daysAgo]) => addDays(firstDay, -daysAgo) <= day);
  return received.reduce((sum, [, amount]) => sum + minorOf(amount), 0n) >= invoice.amount;
}
