import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { z } from 'zod';
import { type Day, isoDay } from '../../src/core/day.ts';
import { businessPolicy } from '../../src/core/defaultPolicies.ts';
import type { IbmInvoice } from './ibmLedger.ts';
import {
  collectorAnswers,
  collectorDisputes,
  daysBetween,
  managerApproves,
  managerReviewsCredit,
} from './scriptedStaff.ts';
import { type Replay, startReplay } from './startReplay.ts';

export interface Figures {
  readonly open: number;
  readonly pastDue: number;
  readonly debtors: number;
  /** cents */
  readonly amount: number;
}

/** What the ledger says of a day, counted from the file alone. */
export function figuresOf(ledger: readonly IbmInvoice[], day: Day): Figures {
  const open = ledger.filter((i) => i.issuedOn <= day && i.settledOn > day);
  const late = open.filter((i) => i.dueOn < day);
  return {
    open: open.length,
    pastDue: late.length,
    debtors: new Set(late.map((i) => i.debtor)).size,
    amount: late.reduce((sum, i) => sum + i.amount, 0),
  };
}

/**
 * Lives through the ledger day by day; `each` looks at every evening. `disputes`: what the file calls disputed is contested from its due
 * date on, or from the first day where that is later.
 */
export async function replay(
  ledger: readonly IbmInvoice[],
  first: Day,
  last: Day,
  each: (replay: Replay, day: Day) => Promise<void>,
  { disputes = false } = {},
): Promise<Replay> {
  const running = await startReplay(ledger, first);
  const byNumber = new Map(ledger.map((invoice) => [invoice.number, invoice]));
  for (const day of daysBetween(first, last)) {
    await running.moveTo(day, '06:00');
    await running.books(day);
    if (day === first) await running.marta.command('start');
    if (disputes) await collectorDisputes(running, contestedOn(ledger, first, day));
    await running.moveTo(day, '09:01');
    await collectorAnswers(running, byNumber, day);
    await managerReviewsCredit(running, day);
    if ((await managerApproves(running)) > 0) await running.moveTo(day, '09:20');
    await each(running, day);
  }
  return running;
}

function contestedOn(ledger: readonly IbmInvoice[], first: Day, day: Day): IbmInvoice[] {
  return ledger.filter(
    ({ disputed, issuedOn, dueOn, settledOn }) =>
      disputed && issuedOn <= day && settledOn > day && (dueOn === day || (day === first && dueOn < day)),
  );
}

const sums = z.object({
  amount: z.string(),
  allocated: z.string(),
  outstanding: z.string(),
  paid: z.string(),
  unapplied: z.string(),
});

/** Throws unless the ledger's totals equal the sum of its parts. */
export async function booksBalance({ database }: Replay): Promise<void> {
  const [row] = await database.db.sql(
    sums,
    `SELECT (SELECT sum(amount)::text FROM invoice) AS amount, (SELECT coalesce(sum(amount), 0)::text FROM allocation) AS allocated,
            (SELECT sum(outstanding)::text FROM invoice) AS outstanding, (SELECT coalesce(sum(amount), 0)::text FROM payment) AS paid,
            (SELECT coalesce(sum(unapplied), 0)::text FROM payment) AS unapplied`,
  );
  if (!row) throw new Error('no books');
  const n = (text: string) => BigInt(text);
  if (n(row.amount) - n(row.allocated) !== n(row.outstanding))
    throw new Error(`invoices: ${JSON.stringify(row)}`);
  if (n(row.paid) - n(row.allocated) !== n(row.unapplied))
    throw new Error(`payments: ${JSON.stringify(row)}`);
}

const stepRow = z.object({ stage: z.string(), times: z.bigint() });

/** How many steps were taken on each rung. */
export async function stepsByStage({ database }: Replay): Promise<Record<string, number>> {
  const rows = await database.db.sql(
    stepRow,
    `SELECT stage, count(*) AS times FROM stage_step WHERE state = 'done' GROUP BY stage`,
  );
  return Object.fromEntries(rows.map(({ stage, times }) => [stage, Number(times)]));
}

/** Mails that named an invoice which was already paid when they went out. There must be none. */
export async function mailsAfterPayment({ database }: Replay): Promise<string[]> {
  const notices = await database.db.prisma.notice.findMany({ where: { state: 'sent' } });
  const settled = await database.db.sql(
    z.object({ invoice_id: z.string(), at: z.date() }),
    'SELECT a.invoice_id, max(a.recorded_at) AS at FROM allocation a GROUP BY a.invoice_id',
  );
  const paidAt = new Map(settled.map((row) => [row.invoice_id, row.at]));
  return notices.flatMap(({ id, kind, figures, sentAt }) =>
    (figures as { invoices: { id: string; number: string }[] }).invoices
      .filter((invoice) => sentAt !== null && (paidAt.get(invoice.id) ?? sentAt) < sentAt)
      .map((invoice) => `${kind} ${id} names ${invoice.number}`),
  );
}

/** Steps taken when their carrying invoice had been paid already. There must be none. */
export async function stepsAfterPayment({ database }: Replay): Promise<string[]> {
  const rows = await database.db.sql(
    z.object({ id: z.string() }),
    `SELECT s.id FROM stage_step s WHERE EXISTS (
       SELECT 1 FROM allocation a WHERE a.invoice_id = s.carrying_invoice_id AND a.recorded_at < s.taken_at)`,
  );
  return rows.map((row) => row.id);
}

/** Notices sent that the policy has approved, without anybody but the asker having approved that very text before. There must be none. */
export async function unapprovedNotices({ database }: Replay): Promise<string[]> {
  const approved = businessPolicy.rungs
    .filter(({ approvedBy }) => approvedBy.length > 0)
    .map(({ key }) => key);
  const rows = await database.db.sql(
    z.object({ id: z.string() }),
    `SELECT n.id FROM notice n JOIN stage_step s ON s.id = n.step_id WHERE n.state = 'sent' AND s.stage = ANY($1) AND NOT EXISTS (
       SELECT 1 FROM approval a JOIN approval_decision d ON d.approval_id = a.id
       WHERE a.notice_id = n.id AND a.hash = n.hash AND d.hash = n.hash AND d.decision = 'approve' AND d.taken_back_at IS NULL
         AND d.member_id <> a.asked_by_id AND d.at < n.sent_at)`,
    [approved],
  );
  return rows.map(({ id }) => id);
}

/** Steps taken for an invoice on a day on which it was in dispute. There must be none. */
export async function stepsInDispute({ database }: Replay): Promise<string[]> {
  const rows = await database.db.sql(
    z.object({ id: z.string() }),
    `SELECT s.id FROM stage_step s JOIN stage_step_invoice l ON l.step_id = s.id JOIN dispute d ON d.invoice_id = l.invoice_id
     WHERE s.taken_on >= d.raised_on AND s.taken_on < coalesce(d.ended_on, 'infinity')`,
  );
  return rows.map(({ id }) => id);
}

const weekly = z.looseObject({ currencies: z.array(z.looseObject({ residue: z.string() })) });

/** Mondays whose weekly digest did not reconcile. There must be none. */
export async function weeksThatDoNotAddUp({ database }: Replay): Promise<string[]> {
  const digests = await database.db.prisma.digest.findMany({ where: { kind: 'weekly' } });
  return digests
    .filter(({ figures }) => weekly.parse(figures).currencies.some(({ residue }) => residue !== '0'))
    .map(({ forOn, figures }) => `${forOn.toISOString()} ${JSON.stringify(figures)}`);
}

/** What `duly digest --date` prints, from the command line itself. */
export async function digestOnTheCommandLine({ database }: Replay, day: Day): Promise<string> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['src/bin.mjs', 'digest', '--date', isoDay(day)],
    { env: { ...process.env, DATABASE_URL: database.url } },
  );
  return stdout.split('\n')[0] ?? '';
}

/**
 * Days of the policy that came twice for one invoice, rungs without a repeat taken again, and late-payment notices out of their rhythm: never
 * two on a day, and after the first five a week between them. There must be none.
 */
export async function repeatedSteps({ database }: Replay): Promise<string[]> {
  // late-payment notices follow each other by the calendar: their day of the policy stays the same
  const rows = await database.db.sql(
    z.object({ key: z.string() }),
    `SELECT stage || ' ' || carrying_invoice_id AS key FROM stage_step
     WHERE state <> 'cancelled' AND stage <> 'firm_notice'
     GROUP BY stage, carrying_invoice_id, stage_day HAVING count(*) > 1
     UNION ALL SELECT stage || ' ' || carrying_invoice_id || ' ' || taken_on FROM (
       SELECT stage, carrying_invoice_id, taken_on, row_number() OVER one_after_another AS nth,
         taken_on - lag(taken_on) OVER one_after_another AS days
       FROM stage_step WHERE state <> 'cancelled' AND stage = 'firm_notice'
       WINDOW one_after_another AS (PARTITION BY case_id, carrying_invoice_id ORDER BY taken_on, occurrence)) x
     WHERE days < CASE WHEN nth > 5 THEN 7 ELSE 1 END`,
  );
  return rows.map(({ key }) => key);
}

/** Steps for which more than one mail arrived. There must be none: what was mailed is asked of the mail server itself. */
export async function mailedTwice({ database, playground }: Replay): Promise<string[]> {
  const notices = await database.db.prisma.notice.groupBy({
    by: ['stepId'],
    where: { state: 'sent', stepId: { not: null } },
    _count: true,
  });
  const answer = await fetch(`${playground.url}/client/mail`);
  const mails = z.array(z.looseObject({ subject: z.string(), text: z.string() })).parse(await answer.json());
  const texts = new Map<string, number>();
  for (const { subject, text } of mails) {
    const key = `${subject} ${text}`;
    texts.set(key, (texts.get(key) ?? 0) + 1);
  }
  return [
    ...notices.filter(({ _count }) => _count > 1).map(({ stepId }) => `step ${stepId}`),
    ...[...texts].filter(([, times]) => times > 1).map(([text]) => text.slice(0, 80)),
  ];
}
