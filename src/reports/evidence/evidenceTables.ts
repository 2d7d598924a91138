import type { Day } from '../../core/day.ts';
import type { Money } from '../../core/money.ts';
import type { Evidence } from './Evidence.ts';
import type { EvidenceTable, Fact } from './EvidenceTable.ts';
import { letterName } from './letterName.ts';

/** The parts of a pack, in the order in which they are read. */
export function evidenceTables(evidence: Evidence): EvidenceTable[] {
  return [...aboutMoney(evidence), ...aboutAgreements(evidence), ...aboutWhatWasDone(evidence)];
}

function aboutMoney({ items, payments, asAt }: Evidence): EvidenceTable[] {
  return [
    {
      ...{ title: 'Items of the account', file: 'items', fileOnly: true },
      columns: columns(
        ...['Number', 'Kind', 'Order number', 'Issued', 'Due', 'Days late', 'Amount', 'Outstanding'],
      ),
      rows: items.map((item) => {
        const { number, kind, orderNumber, issuedOn, dueOn, currency, amount, outstanding } = item;
        const late = outstanding > 0n && asAt > dueOn ? asAt - dueOn : undefined;
        const money = (minor: bigint): Fact => ({ money: { currency, amount: minor } });
        return [
          ...[number, kind, orderNumber, on(issuedOn), on(dueOn)],
          ...[late, money(amount), money(outstanding)],
        ];
      }),
    },
    {
      ...{ title: 'Payments and credits', file: 'payments' },
      columns: columns(['Day', 2], ['Invoice', 3], ['What', 4], ['Amount', 2]),
      rows: payments.map((one) => [on(one.on), one.invoice, one.what, money(one)]),
    },
  ];
}

function aboutAgreements(evidence: Evidence): EvidenceTable[] {
  const { promises, plans, disputes, holds, conditions } = evidence;
  return [
    {
      ...{ title: 'Promises to pay', file: 'promises' },
      columns: columns(
        ['Made', 2],
        ['By', 3],
        ['Amount', 2],
        ['For', 2],
        ['Invoices', 3],
        ['How it ended', 4],
      ),
      rows: promises.map((one) => [
        ...[on(one.madeOn), one.by, money(one), on(one.promisedOn), one.invoices.join(', ')],
        `${one.isInstalment ? 'Instalment: ' : ''}${one.ended}`,
      ]),
    },
    {
      ...{ title: 'Plans of instalments', file: 'plans' },
      columns: columns(['Agreed', 2], ['By', 3], ['Amount', 2], ['Instalments', 2], ['How it ended', 4]),
      rows: plans.map((one) => [on(one.madeOn), one.by, money(one), one.instalments, one.ended]),
    },
    {
      ...{ title: 'Disputes', file: 'disputes' },
      columns: columns(
        ['Raised', 2],
        ['Invoice', 2],
        ['Amount', 2],
        ['Reason', 5],
        ['Ended', 2],
        ['Outcome', 3],
      ),
      rows: disputes.map((one) => [
        ...[on(one.raisedOn), one.invoice, money(one), one.reason, on(one.endedOn), one.outcome],
      ]),
    },
    {
      ...{ title: 'Times in which nothing was asked for', file: 'holds' },
      columns: columns(['From', 2], ['Until', 2], ['Invoice', 3], ['Reason', 6], ['Ended early', 2]),
      rows: holds.map((one) => [
        ...[on(one.fromOn), on(one.untilOn), one.invoice ?? 'the account', one.reason, on(one.endedOn)],
      ]),
    },
    {
      ...{ title: 'What has to be respected', file: 'conditions' },
      columns: columns(['What', 6], ['Since', 2], ['Ended', 2]),
      rows: conditions.map((one) => [one.what, on(one.sinceOn), on(one.endedOn)]),
    },
  ];
}

function aboutWhatWasDone({ activities, letters, decisions, zone }: Evidence): EvidenceTable[] {
  return [
    {
      ...{ title: 'Chronology', file: 'chronology' },
      columns: columns(['When', 3], ['What', 3], ['With', 3], ['By', 2], ['Notes', 7], ['Taken back', 3]),
      rows: activities.map((one) => [
        ...[{ at: one.at }, one.what, one.with, one.by, one.notes, at(one.takenBackAt)],
      ]),
    },
    {
      ...{ title: 'Letters and mails', file: 'letters' },
      columns: columns(
        ...([
          ['When', 3],
          ['What', 3],
          ['To', 4],
          ['Standing', 3],
        ] as const),
        ...([
          ['Registered post', 3],
          ['Posted', 2],
          ['File', 4],
        ] as const),
      ),
      rows: letters.map((one, index) => [
        ...[{ at: one.at }, one.title, one.to, one.standing],
        ...[one.posted?.number, on(one.posted?.on)],
        one.mail ? letterName(one, index, zone) : 'not enclosed: it lists other accounts too',
      ]),
    },
    {
      ...{ title: 'Approvals', file: 'approvals' },
      columns: columns(['When', 3], ['What', 3], ['Decision', 3], ['By', 2], ['Text', 5], ['Taken back', 3]),
      rows: decisions.map((one) => [
        ...[{ at: one.at }, one.title, one.what, one.by, one.hash, at(one.takenBackAt)],
      ]),
    },
  ];
}

function columns(...heads: (string | readonly [string, number])[]): EvidenceTable['columns'] {
  return heads.map((one) =>
    typeof one === 'string' ? { head: one, share: 1 } : { head: one[0], share: one[1] },
  );
}

function on(day: Day | undefined): Fact {
  return day === undefined ? undefined : { on: day };
}

function at(moment: Date | undefined): Fact {
  return moment && { at: moment };
}

function money({ currency, amount }: Money): Fact {
  return { money: { currency, amount } };
}
