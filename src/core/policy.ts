import { z } from 'zod';
import { appliesToSchema } from './appliesTo.ts';

const role = z.enum(['collector', 'manager', 'finance', 'account_manager', 'viewer']);
const days = z.number().int();

const repeatSchema = z.discriminatedUnion('kind', [
  /** taken again as the invoice reaches these effective days */
  z.strictObject({ kind: z.literal('days'), days: z.array(days).min(1) }),
  /** taken again on the following business days in these modes, then every so many calendar days in writing */
  z.strictObject({
    kind: z.literal('following'),
    modes: z.array(z.enum(['written', 'call'])),
    thenEveryDays: z.number().int().min(1),
  }),
]);

const gateSchema = z.strictObject({
  /** rungs that must be done for the carrying invoice */
  needs: z.array(z.string()).min(1),
  /** business days since the last of them was first done */
  businessDays: z.number().int().min(0).default(0),
  /** the deadlines that these rungs put in writing must have passed */
  deadlinePassed: z.boolean().default(false),
});

const stageSchema = z.strictObject({
  key: z.string().regex(/^[a-z_]+$/, 'a stage key is written in small letters and underscores'),
  /** effective days past due of the carrying invoice; negative before the due date */
  day: days,
  enabled: z.boolean().default(true),
  /** lists invoices from so many effective days on; default: `day` */
  listsFrom: days.optional(),
  gate: gateSchema.optional(),
  /** who does it: the debtor's owner, or a role */
  asks: z.union([z.literal('owner'), role]).default('owner'),
  /** roles of which each has to approve */
  approvedBy: z.array(role).default([]),
  harsh: z.boolean().default(false),
});

const rungSchema = stageSchema.extend({
  /** written: done when sent; contact: done by a conversation, a reply or three attempts; task: when a member says so */
  kind: z.enum(['written', 'contact', 'task']),
  /** a call that a written step asks for: beside the mail, or before it */
  call: z.enum(['beside', 'first']).optional(),
  repeat: repeatSchema.optional(),
  /** goes to the owner in the one list a day with *Send all* */
  oneClick: z.boolean().default(false),
  /** goes by registered post too: done when a person recorded posting it, its deadline counts from receipt */
  posted: z.boolean().default(false),
  /** calendar days of the deadline that the notice names, from the last day on which it can be sent */
  deadlineDays: z.number().int().min(1).optional(),
  /** its letter states late-payment interest to date, where contract or law give any */
  statesInterest: z.boolean().optional(),
});

/** A task beside the ladder: opened once for a carrying invoice, on the same day as a rung or another; it ends no repeat. */
const taskSchema = stageSchema.extend({
  kind: z.enum(['contact', 'task']),
  /** about each invoice as it arrives, never on a first import; its `day` says nothing then */
  onArrival: z.boolean().default(false),
  /** only once so many steps of that rung were done for the carrying invoice and nobody answered any of them */
  unanswered: z.strictObject({ stage: z.string(), times: z.number().int().min(1) }).optional(),
});

const spacingSchema = z.strictObject({
  /** business days between two written messages that we start */
  businessDaysApart: z.number().int().min(0).default(3),
  /** at most so many of them … */
  most: z.number().int().min(1).default(3),
  /** … in any so many calendar days */
  inDays: z.number().int().min(1).default(7),
});

/**
 * A collections policy as stored: rungs in their order, milder first, and the tasks beside them. Days are effective days
 * past due of the carrying invoice.
 */
export const policySchema = z
  .strictObject({
    key: z.string(),
    name: z.string(),
    /** the debtors it is for; see choosePolicy */
    appliesTo: appliesToSchema.prefault({}),
    rungs: z.array(rungSchema).min(1),
    /** what is done beside the ladder */
    tasks: z.array(taskSchema).default([]),
    spacing: spacingSchema.prefault({}),
    /** business days that sending rests after a part payment */
    partPaymentPauseDays: z.number().int().min(0).default(2),
    /** business days that one-click sends rest after a reply */
    replyPauseDays: z.number().int().min(0).default(1),
    /** business days that harsher rungs rest after a reason on our own side */
    ownReasonDelayDays: z.number().int().min(0).default(3),
  })
  .superRefine(({ rungs, tasks }, context) => {
    const seen = new Map<string, number>();
    for (const [index, rung] of rungs.entries()) {
      const complain = (message: string) =>
        context.addIssue({ code: 'custom', path: ['rungs', index], message });
      if (seen.has(rung.key)) complain(`${rung.key} stands twice`);
      const before = rungs[index - 1];
      if (before && rung.day < before.day) complain(`${rung.key} comes before ${before.key}: put it above`);
      const repeatDays = rung.repeat?.kind === 'days' ? rung.repeat.days : [];
      for (const [at, day] of repeatDays.entries()) {
        if (day <= (repeatDays[at - 1] ?? rung.day))
          complain(`${rung.key} must repeat on later and later days`);
      }
      for (const need of rung.gate?.needs ?? []) {
        if (!seen.has(need)) complain(`${rung.key} needs ${need}, which is no earlier stage`);
      }
      seen.set(rung.key, index);
    }
    const ladder = new Set(seen.keys());
    for (const [index, { key, gate, unanswered, onArrival, approvedBy }] of tasks.entries()) {
      const complain = (message: string) =>
        context.addIssue({ code: 'custom', path: ['tasks', index], message });
      if (onArrival && (gate || unanswered || approvedBy.length > 0))
        complain(`${key} is asked on arrival: it waits for no other stage and no approval`);
      if (seen.has(key)) complain(`${key} stands twice`);
      for (const need of [...(gate?.needs ?? []), ...(unanswered ? [unanswered.stage] : [])]) {
        if (!ladder.has(need)) complain(`${key} needs ${need}, which is no stage of the ladder`);
      }
      seen.set(key, index);
    }
  });

/** Whether something can be the key of a policy: its buttons and the command line name it by that. */
export function isPolicyKey(key: string): boolean {
  return /^[a-z0-9_]{1,60}$/.test(key);
}

/** What a member may do and is asked for. */
export type Role = z.infer<typeof role>;
export type Policy = z.infer<typeof policySchema>;
export type Rung = Policy['rungs'][number];
export type Task = Policy['tasks'][number];
export type Gate = NonNullable<Rung['gate']>;
export type Spacing = Policy['spacing'];
export type StepMode = 'written' | 'call' | 'task';

/** A stored policy with its defaults filled in. Throws ZodError that names each wrong entry. */
export function readPolicy(stored: unknown): Policy {
  return policySchema.parse(stored);
}

/** How many days before its due date an invoice enters the policy: the pre-due window, 0 without one. */
export function preDueWindow(policy: Policy): number {
  const first = policy.rungs.find((rung) => rung.enabled);
  return Math.max(0, -(first?.day ?? 0));
}

/** The stage's place in the order of rungs; -1 for a task, which stands beside the ladder. */
export function rungIndex(policy: Policy, stage: string): number {
  for (let index = policy.rungs.length - 1; index >= 0; index--) {
    if (policy.rungs[index]?.key === stage) return index;
  }
  return -1;
}

/** A stage by its key: a rung of the ladder, or a task beside it. */
export function stageOf(policy: Policy, key: string): Rung | Task | undefined {
  return policy.rungs[rungIndex(policy, key)] ?? policy.tasks.find((task) => task.key === key);
}

/** Whether the letter of a stage goes by registered post too. */
export function isPosted(policy: Policy, stage: string): boolean {
  return policy.rungs[rungIndex(policy, stage)]?.posted ?? false;
}

/** How the first occurrence of a stage is done. */
export function modeOf({ kind }: Pick<Rung, 'kind'>): StepMode {
  return kind === 'contact' ? 'call' : kind;
}
