import type { AccountView, ContactView } from '../../../blocks/accounts/AccountView.ts';
import { afterCease, afterCeaseWords } from '../../core/afterCease.ts';
import type { AgeBucket, AgeingRow } from '../../core/ageing.ts';
import { ageBuckets } from '../../core/ageing.ts';
import { activeConditions, conditionWords } from '../../core/conditions.ts';
import { contactRole } from '../../core/contactRole.ts';
import type { Day } from '../../core/day.ts';
import { shortDay } from '../../core/dayName.ts';
import { debtorKindName } from '../../core/debtorKindName.ts';
import { formatMoney } from '../../core/money.ts';
import { wrongNumbers } from '../../core/wrongNumbers.ts';
import { groupSection } from '../groups/groupSection.ts';
import { activityLine } from './activityLine.ts';
import { agreements } from './agreements.ts';
import { interestSection } from './interestSection.ts';
import type { Account } from './loadAccount.ts';
import { payingHabits } from './payingHabits.ts';
import { nextSentence, stageSentence } from './standingSentences.ts';

const ages: Readonly<Record<AgeBucket, string>> = {
  current: 'not due',
  d1_30: '1–30 days',
  d31_60: '31–60 days',
  d61_90: '61–90 days',
  over_90: 'over 90 days',
};

/** An account in words for a reader of that locale; `confirms`: the promises that they may confirm by mail (see confirmationsOffered). */
export function accountView(account: Account, locale: string, confirms: readonly string[] = []): AccountView {
  const { record, facts, today } = account;
  const wish = afterCease(facts, today);
  return {
    debtorId: record.id,
    name: record.name,
    onHold: facts.holds.some(
      (hold) => hold.kind === 'hold' && hold.endedOn === undefined && hold.untilOn >= today,
    ),
    stopped: activeConditions(facts.conditions, today).length > 0,
    mayBeNoticed: wish !== undefined && wish.left.length > 0,
    onCreditHold: facts.creditHold !== undefined,
    validated: facts.debtor.validationNoticeOn !== undefined,
    writtenOff: facts.writeOffs?.some(({ agreed }) => agreed) ?? false,
    handedOff: facts.handedOff !== undefined,
    onLegalHold: record.legalHold !== undefined,
    about: [
      `Account ${record.account}`,
      debtorKindName(record.kind),
      ...(record.severalCreditors ? [`owed to ${record.creditor}`] : []),
      record.owner ? `owner ${record.owner}` : 'no owner',
      ...(record.deputy ? [`deputy ${record.deputy}`] : []),
      ...(facts.debtor.tags?.length ? [`tagged ${facts.debtor.tags.join(', ')}`] : []),
      ...(account.group ? [`in the group “${account.group.name}”`] : []),
    ],
    balances: account.balances.map((row) => balance(row, locale)),
    warnings: [
      ...(facts.handedOff
        ? [`Handed to ${facts.handedOff.toName} on ${shortDay(facts.handedOff.on, locale)}: collectors rest.`]
        : []),
      ...activeConditions(facts.conditions, today).map(
        ({ kind, sinceOn }) => `${conditionWords[kind]} since ${shortDay(sinceOn, locale)}.`,
      ),
      ...(wish ? [`${afterCeaseWords(wish)}.`] : []),
      ...(facts.creditHold
        ? [
            `On credit hold since ${shortDay(facts.creditHold.setOn, locale)}, for invoice ${facts.creditHold.invoiceNumber}.`,
          ]
        : []),
      ...recordsKept(record, locale),
      ...(record.undeliveredStatement
        ? [`Statement of the last month end: ${record.undeliveredStatement}`]
        : []),
    ],
    stage: stageSentence(account, locale),
    next: nextSentence(account, locale),
    contacts: account.contacts.map(({ contact, calls }) => ({
      name: contact.name,
      role: contactRole(contact.isMailbox ? { ...contact, role: 'mailbox' } : contact),
      ways: [...waysTo(contact), ...verifiedWords(record.verified.get(contact.id), locale)],
      calls: calls.sentence,
    })),
    sections: [
      groupSection(account, locale),
      ...agreements(account, locale, confirms),
      payingHabits(account, locale),
      interestSection(account, locale),
    ],
    activities: record.activities.map(activityLine),
  };
}

function recordsKept({ legalHold, erasedOn }: Account['record'], locale: string): string[] {
  return [
    ...(legalHold
      ? [
          `Legal hold since ${shortDay(legalHold.setOn, locale)}, set by ${legalHold.setBy}: ${legalHold.reason}. Its records are kept; nothing is paused.`,
        ]
      : []),
    ...(erasedOn === undefined
      ? []
      : [
          `Its personal data were erased on ${shortDay(erasedOn, locale)}: the time of its records had passed.`,
        ]),
  ];
}

function balance(row: AgeingRow, locale: string) {
  const { currency, buckets, total } = row;
  const money = (amount: bigint) => formatMoney(amount, currency, locale);
  return {
    currency,
    total: money(total),
    overdue: money(total - buckets.current),
    ages: ageBuckets
      .filter((bucket) => buckets[bucket] !== 0n)
      .map((bucket) => `${ages[bucket]}: ${money(buckets[bucket])}`),
  };
}

function verifiedWords(on: Day | undefined, locale: string): string[] {
  return on === undefined ? [] : [`verified on ${shortDay(on, locale)}`];
}

function waysTo(contact: Account['contacts'][number]['contact']): ContactView['ways'] {
  if (contact.hasLeft) return ['has left the company'];
  if (contact.doNotContact) return ['not to be contacted'];
  const wrong = wrongNumbers(contact);
  const dead = (channel: string, number = '') => {
    if (contact.refusedChannels.includes(channel)) return ' (refused)';
    return contact.deadChannels.includes(channel) || wrong.includes(number) ? ' (does not work)' : '';
  };
  return [
    ...(contact.phone ? [`${contact.phone}${dead('call', contact.phone)}`] : []),
    ...(contact.mobile ? [`mobile ${contact.mobile}${dead('text', contact.mobile)}`] : []),
    ...(contact.email ? [`${contact.email}${dead('email')}`] : []),
  ];
}
