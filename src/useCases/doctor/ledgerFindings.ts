import { isoDay } from '../../core/day.ts';
import { missingRateWords } from '../../core/interestWords.ts';
import { formatMoney } from '../../core/money.ts';
import { paymentsKnown } from '../../core/paymentsKnown.ts';
import type { WorkspaceFacts } from './DoctorFacts.ts';
import { broken, type Finding, note, ok } from './Finding.ts';

/** Ledger, creditor and customers: what notices are made of. */
export function ledgerFindings(workspace: WorkspaceFacts): Finding[] {
  const { freshness, isFresh, openItems } = workspace;
  if (freshness === undefined) {
    return [broken('There is no ledger yet.', 'Run: npm run -s duly -- import FILE')];
  }
  const known = paymentsKnown(freshness, { dayWords: isoDay });
  const fresh = isFresh
    ? ok(`The ledger has ${openItems} open items. ${known}.`)
    : broken(
        `${known}${freshness.until === undefined ? '' : ' only'}: firm and final notices wait.`,
        'Import the newest bank statement or ledger file.',
      );
  return [
    fresh,
    ...creditorFindings(workspace),
    ...customerFindings(workspace),
    ...moneyFindings(workspace),
    ...workspace.missingRates.map((rate) => note(...missingRateWords(rate, workspace.locale))),
  ];
}

function creditorFindings({ creditors }: WorkspaceFacts): Finding[] {
  return creditors.map(({ name, hasAddress, hasBankDetails }) => {
    const missing = [...(hasAddress ? [] : ['address']), ...(hasBankDetails ? [] : ['bank details'])];
    return missing.length === 0
      ? ok(`${name} has an address and bank details for its letters.`)
      : note(
          `${name} has no ${missing.join(' and no ')}: letters go without.`,
          'A manager writes them with /debt settings letterhead.',
        );
  });
}

function customerFindings({ debtors }: WorkspaceFacts): Finding[] {
  const { all, unowned, unmailable } = debtors;
  if (all === 0) return [];
  const mailable = all - unmailable;
  return [
    mailable === 0
      ? broken('No customer that owes something has an email address: no reminder can be sent.', ADD_CONTACT)
      : unmailable > 0
        ? note(`${unmailable} of ${all} customers that owe something cannot be mailed.`, ADD_CONTACT)
        : ok(`All ${all} customers that owe something have an email address.`),
    unowned > 0
      ? note(
          `${unowned} of ${all} customers have no owner: collectors share them.`,
          'Give them one with /debt assign.',
        )
      : ok('Every customer that owes something has an owner.'),
  ];
}

const ADD_CONTACT = 'Add contacts with /debt contact, or import a file with an email column.';

function moneyFindings({ unapplied, locale }: WorkspaceFacts): Finding[] {
  if (unapplied.length === 0) return [];
  const sums = unapplied.map(({ amount, currency }) => formatMoney(amount, currency, locale)).join(', ');
  return [
    note(
      `${sums} received is set against no invoice.`,
      'The next ledger file sorts it out, where it shows the invoices as paid.',
    ),
  ];
}
