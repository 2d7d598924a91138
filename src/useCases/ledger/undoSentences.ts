import { z } from 'zod';
import { shortDay } from '../../core/dayName.ts';
import { formatMoney } from '../../core/money.ts';
import { nameInPublic } from '../../core/nameInPublic.ts';
import { dayIn, timeIn } from '../../core/zone.ts';
import type { ActedOn, actedOnSince } from '../../db/actedOnSince.ts';
import type { StandsAgain } from '../../db/standsAgain.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';
import type { ImportCounts } from './ImportResult.ts';
import { items } from './importSentences.ts';

const taken = {
  new: 'new item',
  newDebtors: 'new customer',
  updated: 'changed item',
  closed: 'closed item',
  corrections: 'correction of what was paid',
  missing: 'item marked as not in the file',
  matched: 'payment set against invoices',
  returned: 'returned payment',
  confirmed: 'confirmed payment',
  unapplied: 'unapplied payment',
  lastSteps: 'last step taken over',
} as const satisfies Partial<Record<keyof ImportCounts, string>>;

const kinds: Readonly<Record<ActedOn['kind'], string>> = {
  message: 'message sent',
  call: 'call logged',
  note: 'reply or note logged',
  promise: 'promise',
  dispute: 'dispute',
  hold: 'hold',
  step: 'step taken',
  approval: 'approval asked for',
  answer: 'answer of finance',
};
const plurals: Readonly<Partial<Record<string, string>>> = {
  'payment set against invoices': 'payments set against invoices',
  'correction of what was paid': 'corrections of what was paid',
  'item marked as not in the file': 'items marked as not in the file',
  'last step taken over': 'last steps taken over',
  'message sent': 'messages sent',
  'call logged': 'calls logged',
  'reply or note logged': 'replies or notes logged',
  'step taken': 'steps taken',
  'approval asked for': 'approvals asked for',
  'answer of finance': 'answers of finance',
  'wait for a payment': 'waits for payments',
};

const figures = z.partialRecord(z.string(), z.unknown());

/** What an import did and undoing takes back, as a sentence. */
export function undoSentence(summary: unknown, done: 'would' | 'did'): string {
  const counts = figures.parse(summary);
  const parts = Object.entries(taken).flatMap(([key, what]) => {
    const count = counts[key];
    return typeof count === 'number' && count > 0 ? [counted(count, what)] : [];
  });
  const list = parts.join(', ') || 'nothing that changed the ledger';
  return done === 'would' ? `Undo takes back: ${list}.` : `Taken back: ${list}.`;
}

/** What was acted on since, by kind, and the first few with their accounts; none where nothing was. */
export function actedSentences(
  { counts, first }: Awaited<ReturnType<typeof actedOnSince>>,
  { workspace, individuals }: { workspace: WorkspaceContext; individuals: boolean },
): string[] {
  if (counts.size === 0) return [];
  const { zone, locale } = workspace;
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const list = [...counts].map(([kind, count]) => counted(count, kinds[kind])).join(', ');
  const lines = first.map(({ kind, at, debtorName: name, account, individual }) => {
    const who = whose({ name, account, individual }, individuals);
    return `${shortDay(dayIn(zone, at), locale)} ${timeIn(zone, at)} · ${who} · ${kinds[kind]}`;
  });
  const more = total - first.length;
  return [
    `Done since on these accounts, and not taken back: ${list}. Look at them.`,
    ...lines,
    ...(more > 0 ? [`… and ${more} more.`] : []),
  ];
}

/** What the import had ended and stands again without it, and the first few with their accounts; none where nothing does. */
export function againSentences(
  found: readonly StandsAgain[],
  said: { workspace: WorkspaceContext; individuals: boolean; most: number; done: 'would' | 'did' },
): string[] {
  if (found.length === 0) return [];
  const { workspace, individuals, most, done } = said;
  const disputes = found.filter(({ kind }) => kind === 'dispute').length;
  const waits = found.length - disputes;
  const list = [
    ...(disputes > 0 ? [counted(disputes, 'dispute')] : []),
    ...(waits > 0 ? [counted(waits, 'wait for a payment')] : []),
  ].join(', ');
  const lines = found.slice(0, most).map((one) => {
    const { number, amount, currency } = one;
    const seen =
      amount === null
        ? 'said to be paid'
        : `${formatMoney(amount, currency ?? '', workspace.locale)} seen at the bank`;
    return `${whose(one, individuals)} · ${number === null ? seen : `invoice ${number} in dispute`}`;
  });
  const more = found.length - lines.length;
  return [
    `It had ended what ${done === 'would' ? 'would stand' : 'stands'} again: ${list}.`,
    ...lines,
    ...(more > 0 ? [`… and ${more} more.`] : []),
  ];
}

function whose(of: { name: string; account: string; individual: boolean }, individuals: boolean): string {
  return individuals || !of.individual ? of.name : nameInPublic(of);
}

function counted(count: number, what: string): string {
  const many = plurals[what];
  return count !== 1 && many ? `${count.toLocaleString('en-GB')} ${many}` : items(count, what);
}
