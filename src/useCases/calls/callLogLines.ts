import type { AccountLines } from '../../../blocks/calls/CallLogForm.ts';
import type { Text } from '../../../blocks/Markup.ts';
import { mrkdwn } from '../../../blocks/mrkdwn.ts';
import { shortDay } from '../../core/dayName.ts';
import { formatMoney } from '../../core/money.ts';
import type { Account } from '../accounts/loadAccount.ts';
import { stageSentence } from '../accounts/standingSentences.ts';

const PEOPLE_SHOWN = 3;

/** What a collector has to know while talking: what is owed, where it stands, what was promised, who may be called. */
export function callLogLines(account: Account, locale: string): AccountLines {
  const { record, balances, facts, contacts } = account;
  const owed = balances.map(({ currency, buckets, total }) => {
    const money = (amount: bigint) => formatMoney(amount, currency, locale);
    if (buckets.current === 0n) return `${money(total)} overdue`;
    return `${money(total - buckets.current)} overdue of ${money(total)}`;
  });
  const promised = facts.promises
    .filter(({ state }) => state === 'open')
    .map((p) => `${formatMoney(p.amount, p.currency, locale)} by ${shortDay(p.promisedOn, locale)}`);
  const broken = record.brokenPromises;
  const people = contacts.filter(({ contact }) => !contact.isMailbox).slice(0, PEOPLE_SHOWN);
  const lines: Text[] = [
    owed.length > 0 ? mrkdwn`${owed.join(' + ')}` : 'Nothing is open.',
    mrkdwn`*Stage:* ${stageSentence(account, locale)}`,
    ...(promised.length > 0 ? [mrkdwn`*Promised already:* ${promised.join(', ')}`] : []),
    ...(broken > 0 ? [mrkdwn`*Broken promises:* ${broken}`] : []),
    ...(facts.creditHold ? [mrkdwn`*On credit hold* since ${shortDay(facts.creditHold.setOn, locale)}`] : []),
    ...people.map(
      ({ contact, calls }) =>
        mrkdwn`*Calls to ${contact.name}${contact.of ? ` of ${contact.of}` : ''}:* ${calls.sentence}`,
    ),
  ];
  return { name: `${record.name} (${record.account})`, lines };
}
