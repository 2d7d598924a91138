import { z } from 'zod';
import { debtorKinds } from './debtorKinds.ts';
import { recordsBounds } from './recordsTime.ts';

const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time of day is written HH:MM');
const isoDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'a date is written YYYY-MM-DD');
const channelId = z.string().regex(/^[CGD][A-Z0-9]+$/, 'a channel is named by its id, such as C0123ABC');
/** whole minor units of a currency; limits fit a JavaScript number */
const minorUnits = z.number().int().nonnegative();
const recordsYearsFrom = (least: number) =>
  z.number().int().min(least).max(recordsBounds.most).default(least);

/** What terms say of late-payment interest. */
export const interestSchema = z.object({
  /** hundredths of a percentage point a year; null: our terms name no rate */
  contractBasisPoints: z.number().int().min(0).max(10_000).nullable().default(null),
  /** ISO 3166-1 alpha-2 of the law that governs our contracts, or `none`; null: the workspace's country */
  law: z
    .string()
    .regex(/^([A-Z]{2}|none)$/, 'a law is named by its country, such as GB')
    .nullable()
    .default(null),
  /** our terms provide for late charges, and the reminder on the due date says so to businesses */
  lateCharges: z.boolean().default(false),
});

/**
 * A workspace's settings; every number is a default of the trade that a team may change. Times are local to the
 * workspace's zone, amounts are minor units, days are business days unless `calendar` is in the name.
 */
export const settingsSchema = z.object({
  channels: z
    .object({
      collections: channelId.optional(),
      approvals: channelId.optional(),
      finance: channelId.optional(),
      accountManagers: channelId.optional(),
      imports: channelId.optional(),
    })
    .default({}),
  dailyDigestAt: clockTime.default('08:30'),
  promptsAt: clockTime.default('09:00'),
  weeklyDigestAt: clockTime.default('09:00'),
  /** days on which the business is closed beyond weekends and public holidays */
  closingDays: z.array(isoDate).default([]),
  /** what the new accounts of a file are, unless who imports it says otherwise; null: private individuals, the strictest rules */
  defaultDebtorKind: z.enum(debtorKinds).nullable().default('business'),
  /** below this an item never carries a case; currencies not named have no limit (0) */
  smallBalance: z.record(z.string(), minorUnits).default({ EUR: 2500, USD: 2500, GBP: 2500, CHF: 2500 }),
  /** a notice whose total in a currency is over this needs two approvers; a currency not named is always over */
  twoApproversOver: z.record(z.string(), minorUnits).default({
    EUR: 1_000_000,
    USD: 1_000_000,
    GBP: 1_000_000,
    CHF: 1_000_000,
    AUD: 1_000_000,
    NZD: 1_000_000,
    CAD: 1_000_000,
  }),
  /** what a workspace with a single approver chose: a request waits for a second one, or is confirmed twice */
  singleApprover: z.enum(['second', 'confirm_twice']).default('second'),
  graceMinutes: z.number().int().min(0).default(10),
  approvalUsableDays: z.number().int().min(1).default(4),
  askAgainDays: z.number().int().min(1).default(5),
  /** payments older than this many business days stop the harsh steps */
  freshnessDays: z.number().int().min(0).default(2),
  /** an import that would close more than this share of the open items asks a manager */
  importBrakePercent: z.number().int().min(1).max(100).default(20),
  /** the largest plan that a collector agrees to alone: instalments, and calendar days to the last one */
  freePlan: z
    .object({ instalments: z.number().int().min(1), days: z.number().int().min(1) })
    .default({ instalments: 3, days: 90 }),
  /** mails each customer with open items a statement at month end; on in a new workspace, see settingsOfNewWorkspace */
  statements: z.boolean().default(false),
  /** day of the month on which our books close, so that its end is dealt with then; null: its last */
  monthClosesOn: z.number().int().min(1).max(28).nullable().default(null),
  /** prompts that a member is given on a business day at most, unless the member has a number of their own */
  promptsADay: z.number().int().min(1).default(40),
  promptAnswerDays: z.number().int().min(1).default(1),
  /** late-payment interest: what our contracts say, else the statute of the governing law; a creditor may have terms of its own */
  interest: interestSchema.prefault({}),
  /** calendar years for which records are kept after the last activity; private individuals of an agency's client apart, by US law at least 3 */
  recordsYears: recordsYearsFrom(recordsBounds.house),
  recordsYearsRegulationF: recordsYearsFrom(recordsBounds.regulationF),
  undoMinutes: z.number().int().min(0).default(15),
});

export type Settings = z.infer<typeof settingsSchema>;

/** What a new workspace is set to beyond the defaults: one that was there before never starts to mail customers by itself. */
export const settingsOfNewWorkspace = { statements: true } satisfies Partial<Settings>;

/** Settings with the defaults filled in. Throws ZodError that names each wrong entry. */
export function readSettings(stored: unknown): Settings {
  return settingsSchema.parse(stored ?? {});
}
