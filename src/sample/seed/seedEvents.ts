import { addBusinessDays } from '../../core/calendar.ts';
import { addDays, type Day, dateOfDay, isoDay } from '../../core/day.ts';
import { logCall } from '../../useCases/calls/logCall.ts';
import { logReply } from '../../useCases/replies/logReply.ts';
import { drawBetween } from '../draw.ts';
import { ladderHistory } from '../ladderHistory.ts';
import type { SampleDebtor, StoryEvent } from '../SampleDebtor.ts';
import { sampleCalendar, sampleTime, storyDay } from '../sampleStart.ts';
import { type SeededDebtors, type Seeding, seeded } from './Seeding.ts';

interface Happening {
  readonly debtor: SampleDebtor;
  readonly event: StoryEvent;
  readonly at: Date;
  readonly day: Day;
}

/** Business days after a firm notice in which the customer has answered it, so that its repeats have ended. */
const ANSWERED_AFTER = 2;

/** Logs the calls and replies of the past in the order in which they happened, with all that they led to. */
export async function seedEvents(seeding: Seeding, ids: SeededDebtors): Promise<void> {
  const happened = seeding.debtors
    .flatMap((debtor) =>
      [...(debtor.story.events ?? []), ...answers(debtor, seeding.firstDay)].map((event) =>
        when(debtor, event, seeding.firstDay),
      ),
    )
    .sort((a, b) => a.at.getTime() - b.at.getTime());
  for (const happening of happened) await log(seeding, ids, happening);
}

function answers(debtor: SampleDebtor, firstDay: Day): StoryEvent[] {
  return ladderHistory(debtor, firstDay)
    .filter(({ stage }) => stage === 'firm_notice')
    .map(({ takenOn }) => addBusinessDays(sampleCalendar, takenOn, ANSWERED_AFTER))
    .filter((day) => day < firstDay)
    .map((day) => ({
      kind: 'reply',
      daysAgo: firstDay - day,
      reply: 'other',
      notes: 'Short answer: “with our accounts department”. Nothing since.',
    }));
}

function when(debtor: SampleDebtor, event: StoryEvent, firstDay: Day): Happening {
  const day = storyDay(firstDay, event.daysAgo);
  // what is asked on the last evening is asked of the newcomer
  const hour = event.daysAgo <= 1 ? 17 : drawBetween(10, 16, debtor.account, event.daysAgo);
  const minute = drawBetween(10, 40, 'minute', debtor.account, event.daysAgo);
  return { debtor, event, day, at: sampleTime(day, `${hour}:${minute}`) };
}

async function log(
  seeding: Seeding,
  ids: SeededDebtors,
  { debtor, event, at, day }: Happening,
): Promise<void> {
  const { db, workspace, members, firstDay } = seeding;
  const { id: debtorId, contactId, invoices } = seeded(ids, debtor);
  const common = { workspace, member: members[debtor.owner ?? 'priya'], now: at };
  const key = `sample:${debtor.account}:${event.daysAgo}`;
  if (event.kind === 'reply') {
    await logReply(db, { ...common, debtorId, kind: event.reply, notes: event.notes, key });
    return;
  }
  const oldest = debtor.invoices.find(({ settledOn, amount }) => settledOn === undefined && amount > 0n);
  const { outcome, notes, promise, holdFor, callBackIn } = event;
  const callBackOn =
    callBackIn === undefined ? undefined : addBusinessDays(sampleCalendar, firstDay, callBackIn);
  await logCall(db, {
    ...common,
    key,
    call: {
      debtorId,
      contactId,
      direction: 'out',
      outcome,
      at,
      notes,
      promise: promise && {
        currency: debtor.currency,
        amount: await shareOfOverdue(seeding, debtorId, day, promise.share),
        on: isoDay(storyDay(firstDay, promise.daysAgo)),
        method: 'transfer',
        invoiceIds: [],
      },
      dispute:
        outcome === 'disputes'
          ? { invoiceId: invoices.get(oldest?.number ?? '') ?? '', reason: 'goods', note: notes }
          : undefined,
      holdUntil: holdFor === undefined ? undefined : isoDay(addDays(firstDay, holdFor)),
      callBackAt: callBackOn && sampleTime(callBackOn, '10:30'),
    },
  });
}

/** In whole major units where it is not all. */
async function shareOfOverdue(
  { db, workspace }: Seeding,
  debtorId: string,
  day: Day,
  share: number,
): Promise<bigint> {
  const { _sum } = await db.prisma.invoice.aggregate({
    where: {
      workspaceId: workspace.id,
      debtorId,
      outstanding: { gt: 0 },
      dueOn: { lt: dateOfDay(day) },
    },
    _sum: { outstanding: true },
  });
  const all = _sum.outstanding ?? 0n;
  return share === 1 ? all : ((BigInt(Math.round(share * 100)) * all) / 10_000n) * 100n;
}
