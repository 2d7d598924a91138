import { isUnderRegulationF } from './contactLimits.ts';
import type { DebtorFact, DebtorKind } from './facts.ts';

const WORDS: Readonly<Record<DebtorKind, string>> = {
  business:
    'Say who writes, name the invoice and ask for the day of payment: “Hello Jane, this is Colin of Northwind about invoice 1041. On which day can we expect it, or is anything missing? Thank you, Colin.”',
  sole_trader:
    'Say who writes and ask for a call, nothing more, since others may read it: “Hello Jane, this is Colin of Northwind. Could you call me back today or tomorrow? Thank you, Colin.”',
  individual:
    'Say who writes and ask for a call, nothing more, since others may read it: “Hello Jane, this is Colin. Could you please call me back when it suits you? Thank you, Colin.”',
};

const OPT_OUT = ' End with how to get no more of them: “Answer STOP for no more texts”.';

/** What to write in a text message beside a polite reminder: to people nothing that tells whoever sees it on a screen what it is about. */
export function textGuidance(debtor: Pick<DebtorFact, 'kind' | 'forAnotherCreditor'>): string {
  return `${WORDS[debtor.kind]}${isUnderRegulationF(debtor) ? OPT_OUT : ''}`;
}
