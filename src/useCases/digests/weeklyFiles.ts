import { addDays, isoDay } from '../../core/day.ts';
import { formatAmount } from '../../core/money.ts';
import { rollRates } from '../../core/rollRates.ts';
import type { PayloadOf } from '../../delivery/OutboxItem.ts';
import { type CsvCell, csv } from '../../reports/csv.ts';
import type { Picture } from '../../reports/Picture.ts';
import { renderAgeingChart } from '../../reports/renderAgeingChart.ts';
import { renderPromisesChart } from '../../reports/renderPromisesChart.ts';
import { ageNames } from './dailyHeadline.ts';
import { reconciliationLines } from './reconciliationLines.ts';
import type { WeeklyFacts } from './weeklyFacts.ts';

type DigestFile = Omit<PayloadOf<'slack_file'>, 'kind' | 'channel' | 'threadOf'>;

/** Currencies that get pictures: those with the most open invoices. */
const MOST_PICTURED = 3;

/** The pictures of a week, with the words for those who cannot see them, and its numbers. */
export async function weeklyFiles(facts: WeeklyFacts, locale: string): Promise<DigestFile[]> {
  const last = facts.ledgers.at(-1)?.figures ?? [];
  const currencies = [...last]
    .sort((a, b) => b.open - a.open)
    .slice(0, MOST_PICTURED)
    .map((f) => f.currency);
  const to = isoDay(facts.sunday);
  const pictures: DigestFile[] = [];
  for (const currency of currencies) {
    const ageing = await ageingPicture(facts, currency, locale);
    pictures.push(picture(`ageing-${currency}-${to}.png`, `Ageing by week, ${currency}`, ageing));
    const promises = await promisesPicture(facts, currency, locale);
    const title = `Promised against collected, ${currency}`;
    pictures.push(picture(`promises-${currency}-${to}.png`, title, promises));
  }
  return [
    ...pictures,
    {
      filename: `week-${to}.csv`,
      title: `Numbers of the week to ${to}`,
      text: `The numbers of the week to ${to}, for a spreadsheet.`,
      contentBase64: Buffer.from(weeklyCsv(facts)).toString('base64'),
    },
  ];
}

function picture(filename: string, title: string, { png, altText }: Picture): DigestFile {
  return { filename, title, text: title, altText, contentBase64: png.toString('base64') };
}

function ageingPicture({ ledgers }: WeeklyFacts, currency: string, locale: string): Promise<Picture> {
  const weeks = ledgers.map(({ endsOn, figures }) => {
    const ages = figures.find((f) => f.currency === currency)?.ageing;
    return {
      endsOn,
      current: ages?.current ?? 0n,
      days1to30: ages?.d1_30 ?? 0n,
      days31to60: ages?.d31_60 ?? 0n,
      days61to90: ages?.d61_90 ?? 0n,
      over90: ages?.over_90 ?? 0n,
    };
  });
  return renderAgeingChart({ currency, locale, weeks });
}

function promisesPicture(
  { promises, ledgers, sunday }: WeeklyFacts,
  currency: string,
  locale: string,
): Promise<Picture> {
  const shown = Math.max(1, Math.min(8, ledgers.length));
  const weeks = Array.from({ length: shown }, (_, index) => {
    const endsOn = addDays(sunday, -7 * (shown - 1 - index));
    const week = promises.find((w) => w.currency === currency && w.endsOn === endsOn);
    return { endsOn, promised: week?.promised ?? 0n, collected: week?.received ?? 0n };
  });
  return renderPromisesChart({ currency, locale, weeks });
}

function weeklyCsv(facts: WeeklyFacts): string {
  const rows: CsvCell[][] = [];
  const add = (week: string, currency: string, figure: string, amount: bigint) =>
    rows.push([week, currency, figure, formatAmount(amount, currency)]);
  const to = isoDay(facts.sunday);
  for (const line of facts.reconciliation) {
    for (const { label, amount } of reconciliationLines(line)) add(to, line.currency, label, amount);
    add(to, line.currency, 'Not explained', line.residue);
  }
  for (const { currency, amount } of facts.apart.disputed) add(to, currency, 'In dispute', amount);
  for (const { currency, amount } of facts.apart.handedOff) add(to, currency, 'Handed off', amount);
  for (const { currency, amount } of facts.apart.unapplied) add(to, currency, 'Unapplied cash', amount);
  for (const { currency, amount } of facts.apart.credits) add(to, currency, 'Open credit notes', amount);
  for (const { endsOn, figures } of facts.ledgers) {
    for (const { currency, ageing, openAmount } of figures) {
      add(isoDay(endsOn), currency, 'Open', openAmount);
      add(isoDay(endsOn), currency, 'Open, not yet due', ageing.current);
      add(isoDay(endsOn), currency, 'Open, 1-30 days late', ageing.d1_30);
      add(isoDay(endsOn), currency, 'Open, 31-60 days late', ageing.d31_60);
      add(isoDay(endsOn), currency, 'Open, 61-90 days late', ageing.d61_90);
      add(isoDay(endsOn), currency, 'Open, over 90 days late', ageing.over_90);
    }
  }
  for (const { endsOn, currency, promised, received } of facts.promises) {
    add(isoDay(endsOn), currency, 'Promised', promised);
    add(isoDay(endsOn), currency, 'Received on promises', received);
  }
  for (const { week, currency, amount } of facts.expected)
    add(isoDay(addDays(facts.sunday, 7 * (week + 1))), currency, 'Expected from promises', amount);
  for (const { currency, items } of facts.rolled) {
    for (const { from, to: next, percent } of rollRates(items, facts.sunday)) {
      const figure = `Roll rate ${ageNames[from]} to ${ageNames[next]}, per cent`;
      rows.push([to, currency, figure, percent === undefined ? '' : String(percent)]);
    }
  }
  return csv(['Week to', 'Currency', 'Figure', 'Amount'], rows);
}
