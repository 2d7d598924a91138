import type { ApprovalView } from '../../../blocks/approvals/ApprovalView.ts';
import { dateInstant } from '../../../blocks/dateInstant.ts';
import { mrkdwn } from '../../../blocks/mrkdwn.ts';
import { isReply } from '../../core/activityKinds.ts';
import { activityName } from '../../core/activityName.ts';
import { ageing } from '../../core/ageing.ts';
import { addDays } from '../../core/day.ts';
import { shortDay } from '../../core/dayName.ts';
import type { DebtorFacts, PromiseFact } from '../../core/facts.ts';
import { formatMoney } from '../../core/money.ts';
import type { Queries } from '../../db/client.ts';
import { loadDebtorFacts } from '../../db/debtorFacts.ts';
import { todayOf, type WorkspaceContext } from '../../db/workspaceContext.ts';

type Glance = Pick<ApprovalView, 'balances' | 'oldest' | 'contacts' | 'promises' | 'warnings'>;

const CONTACTS = 4;
const PROMISES = 4;
/** a reply this many calendar days old or younger is pointed out */
const RECENT_DAYS = 14;

/** What an approver has to know of the case, in words. */
export async function caseAtAGlance(
  tx: Queries,
  options: { workspace: WorkspaceContext; debtorId: string; now: Date },
): Promise<Glance> {
  const { workspace, debtorId, now } = options;
  const facts = (await loadDebtorFacts(tx, workspace, [debtorId], now)).get(debtorId);
  if (!facts) return { balances: [], oldest: 'none', contacts: [], promises: [], warnings: [] };
  const { locale } = workspace;
  const today = todayOf(workspace, now);
  const money = (amount: bigint, currency: string) => formatMoney(amount, currency, locale);
  const owed = facts.invoices.filter(({ outstanding }) => outstanding > 0n);
  const [oldest] = owed.toSorted((a, b) => a.dueOn - b.dueOn);
  return {
    balances: ageing(facts.invoices, today).map(
      ({ currency, total, buckets }) =>
        `${money(total, currency)}, of it ${money(total - buckets.current, currency)} overdue`,
    ),
    oldest: oldest
      ? `${oldest.number}, due ${shortDay(oldest.dueOn, locale)} (${today - oldest.dueOn} days), ${money(oldest.outstanding, oldest.currency)}`
      : 'none',
    contacts: facts.activities
      .filter(({ kind }) => kind !== 'note')
      .slice(-CONTACTS)
      .reverse()
      .map(
        (activity) => mrkdwn`${dateInstant(activity.at, '{date_short_pretty}')}: ${activityName(activity)}`,
      ),
    promises: facts.promises.slice(-PROMISES).map((promise) => promiseLine(promise, money, locale)),
    warnings: warningsOf(facts, { today, money, locale }),
  };
}

const promiseStates: Readonly<Record<PromiseFact['state'], string>> = {
  open: 'open',
  kept: 'kept',
  partially_kept: 'kept in part',
  broken: 'broken',
  cancelled: 'cancelled',
  superseded: 'replaced',
};

function promiseLine(
  { amount, currency, promisedOn, state }: PromiseFact,
  money: (amount: bigint, currency: string) => string,
  locale: string,
): string {
  return `${money(amount, currency)} for ${shortDay(promisedOn, locale)}: ${promiseStates[state]}`;
}

function warningsOf(
  { activities, disputes, unapplied, creditHold }: DebtorFacts,
  words: {
    today: ReturnType<typeof todayOf>;
    money: (amount: bigint, currency: string) => string;
    locale: string;
  },
): string[] {
  const { today, money, locale } = words;
  const reply = activities.findLast((a) => isReply(a) && a.on >= addDays(today, -RECENT_DAYS));
  const open = disputes.filter(({ endedOn }) => endedOn === undefined).length;
  return [
    ...(creditHold ? [`On credit hold since ${shortDay(creditHold.setOn, locale)}.`] : []),
    ...(reply ? [`The customer replied on ${shortDay(reply.on, locale)}.`] : []),
    ...(open > 0 ? [`${open} open ${open === 1 ? 'dispute' : 'disputes'}.`] : []),
    ...unapplied.map(({ amount, currency }) => `${money(amount, currency)} received is not allocated yet.`),
  ];
}
