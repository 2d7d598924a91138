import { DulyError } from '../../core/DulyError.ts';
import type { Day } from '../../core/day.ts';
import { groupStatement } from '../../core/groupStatement.ts';
import { mayWrite } from '../../core/mayWrite.ts';
import { monthEndOn } from '../../core/monthEnd.ts';
import { dayIn, instantAt } from '../../core/zone.ts';
import type { Tx } from '../../db/client.ts';
import { debtorOf } from '../../db/debtors.ts';
import { claimDebtors } from '../../db/groups.ts';
import { nextPromptTime } from '../cases/nextReview.ts';
import { statementAccounts, statementInputs } from '../groups/statementInputs.ts';
import { buildStatement } from '../notices/buildStatement.ts';
import type { Situation } from '../notices/loadSituation.ts';
import { queueNotice } from '../notices/queueNotice.ts';
import { type ChooseSigner, signerFor } from '../notices/signerFor.ts';
import type { MonthEndChange, MonthEnding } from './endMonthFor.ts';
import { peopleWriteFirst } from './peopleWriteFirst.ts';

const SOON_MS = 60_000;
const FIRST = 'a message that somebody decided on or is asked to send goes first';

/**
 * Queues the account's statement of that month, one with all of its group, if the workspace sends any and the rules let it go; what has to wait, or leaves the
 * day to what people write, is looked at again while the month's end lasts, and what may not go says why. What somebody was asked to send on an earlier day, and
 * did not, costs it no month.
 */
export async function stateMonthEnd(tx: Tx, ending: MonthEnding): Promise<MonthEndChange> {
  const { workspace, row, input, now } = ending;
  if (row.statement !== 'waiting') return {};
  if (!workspace.settings.statements) return { statement: 'off' };
  const may = mayWrite({ input, kind: 'statement', now });
  if (may.verdict === 'wait') return waits(ending, may.until, may.why);
  if (may.verdict !== 'send') return { statement: 'not_sent', why: may.why };
  const together = await partsOfGroup(tx, ending);
  if (!('inputs' in together)) return together;
  const message = await peopleWriteFirst(tx, { workspace, inputs: together.inputs, now });
  const tomorrow = waits(ending, undefined, FIRST);
  if (message === 'decided' || (message === 'asked' && tomorrow.again)) return tomorrow;
  const [first, ...others] = together.inputs;
  try {
    const inputs = [first, ...others] as const;
    const chooseSigner: ChooseSigner = (present) => signerFor(present, first.facts.debtor) ?? nobodySigns();
    const built = await buildStatement(tx, { workspace, inputs, chooseSigner, asAt: first.today });
    const about = { workspaceId: workspace.id, debtorId: first.facts.debtor.id, stepId: null };
    const notice = await queueNotice(tx, { ...about, built, actor: 'duly', now });
    const change = { statement: 'queued', noticeId: notice.id, why: null };
    if (inputs.some(({ facts }) => facts.debtor.id !== ending.debtorId))
      await tx.prisma.monthEnd.updateMany({
        where: {
          ...{ workspaceId: workspace.id, month: row.month, statement: 'waiting', id: { not: row.id } },
          debtorId: { in: inputs.map(({ facts }) => facts.debtor.id) },
        },
        data: change,
      });
    return change;
  } catch (error) {
    if (!(error instanceof DulyError)) throw error;
    return { statement: 'not_sent', why: error.userMessage.replace(/\.$/, '') };
  }
}

function nobodySigns(): never {
  throw new DulyError('nobody_signs', 'no member is left to sign', 'nobody is there to sign it');
}

/**
 * The accounts that stand in one statement with this one, this one among them, or this one alone where whom the others’ goes to may not be written
 * to about it; or when to look again: somebody else is working on one of them,
 * or the part of one has to wait and the month's end lasts until it may go.
 */
async function partsOfGroup(
  tx: Tx,
  ending: MonthEnding,
): Promise<{ readonly inputs: readonly [Situation, ...Situation[]] } | MonthEndChange> {
  const { workspace, debtorId, row, input, now } = ending;
  const alone = { inputs: [input] as const };
  const accounts = await statementAccounts(tx, workspace.id, debtorId);
  if (accounts.length === 1) return alone;
  if (!(await claimDebtors(tx, workspace.id, accounts))) return { again: new Date(now.getTime() + SOON_MS) };
  const rows = await tx.prisma.monthEnd.findMany({
    where: { month: row.month, statement: 'waiting', debtorId: { in: accounts } },
  });
  const due = new Set(rows.map((one) => one.debtorId));
  const debtorIds = accounts.filter((id) => due.has(id));
  const inputs = await statementInputs(tx, { workspace, debtorIds, now });
  const { listed, waiting, apart } = groupStatement(inputs, { now });
  const own = apart.find(({ facts }) => facts.debtor.id === debtorId);
  if (own) return { inputs: [own] };
  for (const { input: other, may } of waiting) {
    const { name } = await debtorOf(tx, workspace.id, other.facts.debtor.id);
    const change = waits(ending, may.until, `it waits for ${name}, of the same group: ${may.why}`);
    if (change.again) return change;
  }
  const [first = input, ...others] = listed;
  return { inputs: [first, ...others] };
}

/** At prompt time of the day on which it may go, where that is known, else the next morning; not at all once the month's end is over by then. */
function waits({ workspace, end, now }: MonthEnding, until: Day | undefined, why: string): MonthEndChange {
  const { zone, settings, calendar } = workspace;
  const morning = nextPromptTime(workspace, now);
  const open = until && instantAt(until, settings.promptsAt, zone);
  const again = open && open > morning ? open : morning;
  const months = { calendar, closesOn: settings.monthClosesOn };
  const isOver = monthEndOn(dayIn(zone, again), months)?.month !== end.month;
  return isOver ? { statement: 'not_sent', why } : { why, again };
}
