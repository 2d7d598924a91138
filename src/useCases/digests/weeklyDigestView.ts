import type { WeeklyDigestView } from '../../../blocks/digests/WeeklyDigestView.ts';
import { addDays } from '../../core/day.ts';
import { shortDay } from '../../core/dayName.ts';
import { missingRateWords } from '../../core/interestWords.ts';
import { formatMoney } from '../../core/money.ts';
import { rightPartyRate } from '../../core/rightPartyRate.ts';
import { accountLine, type Naming } from './accountLine.ts';
import { countOf } from './countOf.ts';
import { keptRate, keptValue, promiseCounts } from './keptRate.ts';
import { weeklyCurrency } from './weeklyCurrency.ts';
import type { WeeklyFacts } from './weeklyFacts.ts';

/** A week's facts in words. */
export function weeklyDigestView(facts: WeeklyFacts, naming: Naming): WeeklyDigestView {
  const { locale } = naming;
  return {
    title: `Week from ${shortDay(facts.monday, locale)} to ${shortDay(facts.sunday, locale)}`,
    currencies: facts.reconciliation.map((line) => weeklyCurrency(line, facts, locale)),
    sentences: [
      { title: 'Promises that fell due', lines: promises(facts) },
      { title: 'Cash expected from promises', lines: expected(facts, locale) },
      { title: 'Who did what', lines: members(facts) },
      {
        title: 'Base rates to enter',
        lines: facts.missingRates.map((rate) => missingRateWords(rate, locale).join(' ')),
      },
    ],
    movements: movements(facts, naming),
  };
}

function promises({ promises: weeks, sunday }: WeeklyFacts): string[] {
  const week = weeks.filter(({ endsOn }) => endsOn === sunday);
  const last = weeks.filter(({ endsOn }) => endsOn === addDays(sunday, -7));
  const four = weeks.filter(({ endsOn }) => endsOn < sunday && endsOn >= addDays(sunday, -28));
  const values = week.flatMap((w) => {
    const value = keptValue([w]);
    return value === undefined ? [] : `${w.currency} ${value} % kept by value`;
  });
  return [
    `This week: ${keptRate(promiseCounts(week))}${values.length > 0 ? `; ${values.join(', ')}` : ''}`,
    ...(four.length > 0
      ? [
          `Last week: ${keptRate(promiseCounts(last))}`,
          `The four weeks before: ${keptRate(promiseCounts(four))}`,
        ]
      : []),
  ];
}

function expected({ expected: amounts, sunday }: WeeklyFacts, locale: string): string[] {
  return [0, 1, 2, 3].flatMap((week) => {
    const some = amounts.filter((amount) => amount.week === week);
    if (some.length === 0) return [];
    const money = some.map(({ amount, currency }) => formatMoney(amount, currency, locale));
    return `By ${shortDay(addDays(sunday, 7 * (week + 1)), locale)}: ${money.join(', ')}`;
  });
}

function members({ members: all }: WeeklyFacts): string[] {
  const calls = all.reduce((sum, member) => sum + member.calls, 0);
  const reached = all.reduce((sum, member) => sum + member.rightParty, 0);
  const rate = rightPartyRate(reached, calls);
  const contact =
    rate === undefined ? 'not available' : `${rate} % (${reached} of ${countOf(calls, 'call')})`;
  const lines = all.map(({ name, calls, rightParty, messages, promises: made, plans }) => {
    const reached = calls > 0 ? ` (${rightParty} reached the right person)` : '';
    const did = [countOf(messages, 'message'), countOf(made, 'promise')];
    if (plans > 0) did.push(countOf(plans, 'plan'));
    return `${name}: ${countOf(calls, 'call')}${reached}, ${did.join(', ')}`;
  });
  return [`Right-party contact rate: ${contact}`, ...lines];
}

function movements({ movements: all }: WeeklyFacts, naming: Naming): WeeklyDigestView['movements'] {
  const lines = all.map((moved) => {
    const money = (minor: bigint) => formatMoney(minor, moved.currency, naming.locale);
    const change = moved.after - moved.before;
    const words = `${money(change < 0n ? -change : change)} ${change < 0n ? 'less' : 'more'}`;
    return accountLine(moved, `${words}, now ${money(moved.after)} past due`, naming);
  });
  return {
    key: 'movements',
    title: 'Biggest movements',
    total: lines.length,
    lines,
    rest: undefined,
    inMessage: lines.length,
  };
}
