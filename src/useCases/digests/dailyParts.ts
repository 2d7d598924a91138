import type { DigestLine, DigestPart } from '../../../blocks/digests/DigestPart.ts';
import { shortDay } from '../../core/dayName.ts';
import { formatMoney, type Money } from '../../core/money.ts';
import { priority } from '../../core/priority.ts';
import type { AccountMovement } from '../../db/dayMovements.ts';
import type { DigestPromise } from '../../db/digestPromises.ts';
import type { DigestPrompt } from '../../db/digestPrompts.ts';
import { asksAgain } from '../prompts/asksAgain.ts';
import { promptTitle } from '../prompts/promptTitle.ts';
import { accountLine, type Naming } from './accountLine.ts';
import { countOf } from './countOf.ts';
import type { DailyFacts } from './dailyFacts.ts';

/** Of more members than this the digest itself gives the counts alone. */
export const MOST_WORKLISTS = 4;

/** The lists of a day's digest, the ones that ask for something first. Empty ones are kept: their message may stand in the thread. */
export function dailyParts(facts: DailyFacts, naming: Naming & { readonly zone: string }): DigestPart[] {
  const { standing } = facts;
  const gaps = standing?.gaps ?? [];
  const approvals = standing?.approvals ?? [];
  const { locale } = naming;
  const owed = (pastDue: readonly Money[]) =>
    pastDue.map(({ amount, currency }) => formatMoney(amount, currency, locale)).join(', ');
  const gap = (key: string, title: string, rest: string | undefined, some: typeof gaps) =>
    part(
      key,
      title,
      rest,
      0,
      some.map((debtor) => accountLine(debtor, `${owed(debtor.pastDue)} past due`, naming)),
    );
  return [
    ...worklists(standing?.prompts ?? [], facts, naming),
    part(
      'broken',
      'Broken promises',
      '/debt list broken',
      3,
      facts.promisesBroken.map((p) => promiseLine(p, naming)),
    ),
    part(
      'promises',
      'Promises due today',
      '/debt list promises',
      3,
      facts.promisesDue.map((p) => promiseLine(p, naming)),
    ),
    part(
      'approvals',
      'Approvals waiting',
      undefined,
      3,
      approvals.map((approval) =>
        accountLine(
          approval,
          `asked by ${approval.askedBy}, can be used until ${shortDay(approval.usableUntil, locale)}`,
          naming,
        ),
      ),
    ),
    gap(
      'not-reached',
      'Not reached: everybody was full',
      '/debt list',
      gaps.filter((g) => g.notReached),
    ),
    part(
      'overdue',
      'New overdue',
      '/debt list',
      3,
      facts.newlyOverdue.map((moved) => movedLine(moved, naming)),
    ),
    part(
      'paid',
      `Paid since ${shortDay(facts.since, locale)}`,
      undefined,
      3,
      facts.paid.map((moved) => movedLine(moved, naming)),
    ),
    {
      ...gap(
        'no-owner',
        'Without an owner',
        '/debt list unassigned',
        gaps.filter((g) => g.withoutOwner),
      ),
      standing: true,
    },
    {
      ...gap(
        'no-contact',
        'Without anybody to contact',
        '/debt list',
        gaps.filter((g) => g.withoutContact),
      ),
      standing: true,
    },
  ];
}

function worklists(
  prompts: readonly DigestPrompt[],
  { day }: DailyFacts,
  naming: Naming & { readonly zone: string },
): DigestPart[] {
  const members = new Map<string, DigestPrompt[]>();
  for (const prompt of prompts)
    members.set(prompt.memberId, [...(members.get(prompt.memberId) ?? []), prompt]);
  return [...members]
    .map(([memberId, own]) => {
      const ranked = own
        .map((prompt) => ({ prompt, ...priority(priorityFacts(prompt, day), naming.locale) }))
        .sort((a, b) => b.score - a.score || a.prompt.account.localeCompare(b.prompt.account));
      const stuck = own.filter((prompt) => prompt.stuck).length;
      const title = `To do: ${own[0]?.memberName ?? ''}${stuck > 0 ? `, ${stuck} stuck` : ''}`;
      const lines = ranked.map(({ prompt, reason }) => {
        const words = [
          promptTitle(prompt.kind, prompt.stage),
          prompt.until ? asksAgain(prompt.until, { ...naming, today: day }) : '',
          reason,
          prompt.stuck ? 'stuck: nobody answered' : '',
        ];
        return accountLine(prompt, words.filter((word) => word !== '').join(', '), naming);
      });
      return part(
        `work:${memberId}`,
        title,
        '/debt list due',
        members.size > MOST_WORKLISTS ? undefined : 2,
        lines,
      );
    })
    .sort((a, b) => b.total - a.total || (a.key < b.key ? -1 : 1));
}

function priorityFacts(prompt: DigestPrompt, day: number) {
  const { pastDue, brokenPromises, oldestDueOn } = prompt;
  return { pastDue, brokenPromises, daysPastDue: oldestDueOn === undefined ? 0 : day - oldestDueOn };
}

function promiseLine(promise: DigestPromise, naming: Naming): DigestLine {
  const money = (minor: bigint) => formatMoney(minor, promise.currency, naming.locale);
  const received = promise.received > 0n ? `, ${money(promise.received)} received` : '';
  return accountLine(
    promise,
    `${money(promise.amount)} promised for ${shortDay(promise.promisedOn, naming.locale)}${received}`,
    naming,
  );
}

function movedLine(moved: AccountMovement, naming: Naming): DigestLine {
  const invoices =
    moved.invoices > 0 ? ` on ${countOf(moved.invoices, 'invoice')}` : ', not set against an invoice';
  return accountLine(moved, `${formatMoney(moved.amount, moved.currency, naming.locale)}${invoices}`, naming);
}

function part(
  key: string,
  title: string,
  rest: string | undefined,
  inMessage: number | undefined,
  lines: DigestLine[],
): DigestPart {
  return { key, title, rest, inMessage, lines, total: lines.length };
}
