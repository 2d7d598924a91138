import { addDays, type Day, dateOfDay, isoDay } from '../../src/core/day.ts';
import { callKinds, reminderKinds } from '../../src/useCases/prompts/promptKinds.ts';
import type { Person, Seen } from '../support/Person.ts';
import type { IbmInvoice } from './ibmLedger.ts';
import { type OnTheDesk, onTheDesk } from './onTheDesk.ts';
import type { Replay } from './startReplay.ts';

/** How many times the telephone rings before somebody answers it. */
const REACHED_AT = 3;

/**
 * The collector answers every prompt the day it comes: sends reminders and notices, calls, and asks for approval. What one click answers
 * is clicked all at once, of each account one thing after the other.
 */
export async function collectorAnswers(
  replay: Replay,
  ledger: ReadonlyMap<string, IbmInvoice>,
  day: Day,
): Promise<void> {
  const { database, colin } = replay;
  if (!(await replay.workspace()).calendar.isOpen(day)) return;
  const { id: memberId } = await database.db.prisma.member.findFirstOrThrow({
    where: { slackUserId: colin.id },
  });
  // another message of the day may stand in the way of one: it is tried once a day
  const tried = new Set<string>();
  for (;;) {
    // what was said in a call may bring a reminder the same morning
    const sent = await sendAll(replay, colin, memberId, day);
    const desk = await onTheDesk(replay, colin, day);
    const turn = onePerAccount(desk.filter((prompt) => !tried.has(prompt.id) && canBeAnswered(prompt)));
    if (turn.length === 0 && sent === 0) return;
    for (const { id } of turn) tried.add(id);
    const clicked = turn.filter((prompt) => oneClick(prompt) !== undefined);
    await Promise.all(
      clicked.map((prompt) => colin.click(messageOf(prompt), oneClick(prompt) ?? '', { value: prompt.id })),
    );
    for (const prompt of turn) if (!clicked.includes(prompt)) await fillIn(replay, ledger, prompt, day);
  }
}

function onePerAccount(prompts: readonly OnTheDesk[]): OnTheDesk[] {
  return [...new Map(prompts.toReversed().map((prompt) => [prompt.debtorId, prompt])).values()].reverse();
}

/** The collector writes down that these are contested. Throws where one is not taken. */
export async function collectorDisputes({ colin }: Replay, invoices: readonly IbmInvoice[]): Promise<void> {
  for (const { number } of invoices) {
    await colin.command(`dispute ${number}`);
    const said = await colin.submit({ dispute_reason: { selected_option: 'goods' } });
    if (!said.ok || said.errors) throw new Error(`the dispute was not taken: ${JSON.stringify(said)}`);
    await colin.close();
  }
}

/** The manager puts a tick under every request for approval that is open. */
export async function managerApproves(replay: Replay): Promise<number> {
  const { database, marta } = replay;
  const open = await database.db.prisma.approval.findMany({ where: { state: 'open' } });
  for (const { id, workspaceId } of open) {
    const place = await database.db.prisma.slackMessage.findUniqueOrThrow({
      where: { workspaceId_key: { workspaceId, key: `approval:${id}` } },
    });
    await marta.react({ channel: place.channel, ts: place.ts } as Seen, 'white_check_mark');
  }
  return open.length;
}

/** The manager leaves every credit line that comes up for review as it is. */
export async function managerReviewsCredit(replay: Replay, day: Day): Promise<void> {
  const { marta } = replay;
  for (const prompt of await onTheDesk(replay, marta, day))
    if (prompt.kind === 'credit_line')
      await marta.click(messageOf(prompt), 'prompt_keep_credit', { value: prompt.id });
}

/** How many reminders went out. */
async function sendAll(replay: Replay, colin: Person, memberId: string, day: Day): Promise<number> {
  const { prisma } = replay.database.db;
  const sendable = () =>
    prisma.prompt.count({ where: { memberId, state: 'open', kind: { in: [...reminderKinds] } } });
  const before = await sendable();
  if (before === 0) return 0;
  const place = await prisma.slackMessage.findFirstOrThrow({
    where: { key: `morning:${memberId}:${isoDay(day)}` },
  });
  await colin.click({ channel: place.channel, ts: place.ts } as Seen, 'reminders_send_all', {
    value: `${memberId}|${isoDay(day)}`,
  });
  return before - (await sendable());
}

/** What is answered with one click. */
const clicks: Readonly<Record<string, string>> = {
  notice: 'prompt_send',
  terms_reminder: 'prompt_send',
  alternate_contact: 'prompt_done',
  set_credit_hold: 'prompt_set_credit_hold',
  release_credit_hold: 'prompt_release_credit_hold',
  approval_ended: 'prompt_noted',
  to_mend: 'prompt_mended',
  last_call: 'prompt_ask_approval',
};

/** What is answered by calling. */
const calls: ReadonlySet<string> = new Set(callKinds.filter((kind) => clicks[kind] === undefined));

/** The button that answers it; a call rings unanswered until somebody is reached. */
function oneClick({ kind, tries }: OnTheDesk): string | undefined {
  return calls.has(kind) && tries + 1 < REACHED_AT ? 'prompt_no_answer' : clicks[kind];
}

function canBeAnswered({ kind, approvalAsked, touchedToday }: OnTheDesk): boolean {
  if (kind === 'last_call') return !approvalAsked;
  // it is for us, and ends with the payment
  if (kind === 'dispute_due') return false;
  return !calls.has(kind) || !touchedToday;
}

/** What is answered in a window. */
async function fillIn(
  replay: Replay,
  ledger: ReadonlyMap<string, IbmInvoice>,
  prompt: OnTheDesk,
  day: Day,
): Promise<void> {
  const { colin } = replay;
  if (prompt.kind === 'issued') return complete(replay, prompt, day);
  const message = messageOf(prompt);
  if (prompt.kind === 'credit_hold') {
    await colin.click(message, 'prompt_plan_credit_hold', { value: prompt.id });
    const words = { value: 'Asked and noted' };
    const may = { text: { type: 'plain_text', text: 'Yes' }, value: 'yes' };
    await colin.submit({
      mayStop: { selected_option: may },
      right: words,
      openOrders: words,
      accountManagerView: words,
    });
    return colin.close();
  }
  if (prompt.kind === 'post_letter') {
    await colin.click(message, 'prompt_posted', { value: prompt.id });
    await colin.submit({ number: { value: 'RK 1' }, posted_on: { selected_date: isoDay(day) } });
    return colin.close();
  }
  if (!calls.has(prompt.kind)) throw new Error(`nobody told the collector what to do about: ${prompt.kind}`);
  await reach(replay, ledger, prompt, day);
}

/** What a new customer's invoices lack is asked once; they pay without order numbers. */
async function complete({ database, colin }: Replay, { id }: OnTheDesk, day: Day): Promise<void> {
  const list = await database.db.prisma.slackMessage.findFirstOrThrow({
    where: { key: { startsWith: 'morning:', endsWith: `:${isoDay(day)}` }, channel: colin.dm },
  });
  await colin.click({ channel: list.channel, ts: list.ts } as Seen, 'prompt_complete', { value: id });
  const box = (value: string, text: string) => ({
    selected_options: [{ text: { type: 'plain_text', text }, value }],
  });
  await colin.submit({
    terms: { value: '30 days' },
    payMethod: { value: 'bank transfer' },
    portal: { value: 'none' },
    withoutOrderNumber: box('none', 'They pay without order numbers'),
    confirmed: box('yes', 'The customer confirmed this'),
  });
  await colin.close();
}

/** The person is reached: they promise where they will pay within two weeks, and refuse where they will not. */
async function reach(
  replay: Replay,
  ledger: ReadonlyMap<string, IbmInvoice>,
  prompt: OnTheDesk,
  day: Day,
): Promise<void> {
  const { database, colin } = replay;
  const overdue = await database.db.prisma.invoice.findMany({
    where: { debtorId: prompt.debtorId, outstanding: { gt: 0 }, dueOn: { lt: dateOfDay(day) } },
    orderBy: { dueOn: 'asc' },
  });
  const paidOn = Math.max(...overdue.map(({ number }) => ledger.get(number)?.settledOn ?? 0)) as Day;
  const outcome = paidOn <= addDays(day, 14) && paidOn >= day ? 'promised' : 'refuses';
  await colin.click(messageOf(prompt), 'prompt_log_call', { value: prompt.id });
  await colin.click(await colin.view(), 'call_log_outcome', { selected_option: choice(outcome) });
  const filled =
    outcome === 'promised'
      ? {
          outcome: { selected_option: choice(outcome) },
          promised_on: { selected_date: isoDay(paidOn) },
        }
      : { outcome: { selected_option: choice(outcome) } };
  const said = await colin.submit(filled);
  if (!said.ok || said.errors) throw new Error(`the call was not taken: ${JSON.stringify(said)}`);
  await colin.close();
}

const words: Record<string, string> = { promised: 'Promised to pay', refuses: 'Refuses to pay' };
const choice = (value: string) => ({ text: { type: 'plain_text', text: words[value] }, value });

function messageOf({ id, kind, message }: OnTheDesk): Seen {
  if (!message) throw new Error(`${kind} ${id} has no message of its own`);
  return message;
}

export const daysBetween = (from: Day, to: Day): Day[] =>
  Array.from({ length: to - from + 1 }, (_, index) => addDays(from, index));
