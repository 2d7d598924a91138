import type { DebtorKind } from '../../core/facts.ts';
import type { Money } from '../../core/money.ts';
import { copiesPutAside } from '../../db/invoiceCopies.ts';
import { confirmBankMoney } from '../../db/ledgerConfirm.ts';
import { restoreCredits, takeBack, unwriteCredits } from '../../db/ledgerCorrect.ts';
import { applyDebtors, lockDebtors } from '../../db/ledgerDebtors.ts';
import { insertInvoices, reviseInvoices, shrinkInvoices } from '../../db/ledgerInvoices.ts';
import { type SeveralKinds, severalKinds } from '../../db/ledgerKinds.ts';
import { endMissingAnswers, markMissing } from '../../db/ledgerMissing.ts';
import { collectIncoming, planLedger } from '../../db/ledgerPlan.ts';
import { planFigures, reviewAndCount } from '../../db/ledgerPlanFigures.ts';
import type { LedgerScope } from '../../db/ledgerScope.ts';
import { settleByLedger } from '../../db/ledgerSettle.ts';
import { bookUnapplied, collectUnapplied } from '../../db/ledgerUnapplied.ts';
import { type UnpostedMoney, unpostedMoney } from '../../db/ledgerUnposted.ts';
import { isLargeFile } from '../../db/ledgerWorkTables.ts';
import type { ReadyImport } from './applyImport.ts';
import { brakeOn } from './brakeOn.ts';
import type { ApplyOptions } from './ImportOptions.ts';
import type { ImportCounts } from './ImportResult.ts';
import { takeOverSteps } from './takeOverSteps.ts';

/** What applying came to. With reasons in `brake` nothing was changed. */
export interface Applied {
  readonly brake: readonly string[];
  readonly counts: Partial<ImportCounts>;
  /** that a ledger file speaks for */
  readonly currencies?: readonly string[];
  /** what the accounts are that came with a ledger file and of which it does not say */
  readonly kindOfNew?: DebtorKind;
  /** how many these are */
  readonly newWithoutKind?: number;
  /** accounts of which rows of a ledger file name different kinds */
  readonly severalKinds?: readonly SeveralKinds[];
  readonly openInFile: readonly Money[];
  readonly refused: readonly { rowNumber: number; reason: string }[];
  /** money that found no invoice, a sentence each */
  readonly unmatched: readonly string[];
  /** the numbers of invoices that are another customer's now, whose copies on file go nowhere any more */
  readonly putAside?: readonly string[];
  /** why last steps that the file names were not taken over, a sentence each */
  readonly notTakenOver?: readonly string[];
  /** bank money that a ledger file should show by its day, and does not */
  readonly unposted?: readonly UnpostedMoney[];
}

/**
 * Applies a staged ledger file within the transaction. The order matters: no statement may leave an invoice with more paid
 * than it is worth, so what grows comes first, then money taken back, then what shrinks, then money booked.
 */
export async function applyLedger(
  scope: LedgerScope,
  options: ApplyOptions,
  { staged }: Pick<ReadyImport, 'staged'>,
): Promise<Applied> {
  const total = 8;
  let done = 0;
  const step = () => options.onProgress?.({ phase: 'applying', done: ++done, total });

  const large = isLargeFile(staged.staged);
  await collectIncoming(scope, large);
  await lockDebtors(scope);
  step();
  const refused = await planLedger(scope, large);
  step();
  const figures = await planFigures(scope);
  const { has, currencies } = figures;
  const brake = brakeOn(figures, staged, scope.asOf, options);
  if (brake.length > 0) {
    return {
      brake,
      counts: { closed: figures.closing },
      openInFile: figures.openInFile,
      refused,
      unmatched: [],
    };
  }

  const { kind, workspace } = options;
  const kindOfNew = kind ?? options.kindOfNew ?? workspace.settings.defaultDebtorKind ?? 'individual';
  const { created: newDebtors, unnamed } = await applyDebtors(scope, { kind, kindOfNew, has });
  const settles = has.moneyToTakeBack || has.moneyToBook || has.creditNotes;
  if (settles || has.unapplied) await collectUnapplied(scope);
  step();
  const created = has.newInvoices ? await insertInvoices(scope) : 0;
  step();
  if (has.revisions) await reviseInvoices(scope);
  if (has.missingAnswers) await endMissingAnswers(scope);
  const confirmed = has.paidOtherwise ? await confirmBankMoney(scope, large) : 0;
  step();
  const corrections = has.moneyToTakeBack ? await takeBack(scope) : 0;
  if (has.moneyToTakeBack) await unwriteCredits(scope);
  if (has.creditNotes) await restoreCredits(scope);
  if (has.smallerAmounts) await shrinkInvoices(scope);
  if (settles) await settleByLedger(scope);
  step();
  const unapplied = has.unapplied ? await bookUnapplied(scope) : 0;
  // an older file, or one that was not read to its end, cannot tell what is missing now
  const tells = staged.whole && (figures.lastAsOf === undefined || figures.lastAsOf <= scope.asOf);
  const missing = tells ? await markMissing(scope, currencies) : 0;
  step();
  const { customers: lastSteps = 0, notTakenOver } = has.lastSteps
    ? await takeOverSteps(scope, workspace)
    : {};
  const changes = await reviewAndCount(scope);
  const putAside = has.copies ? await copiesPutAside(scope) : [];
  const unposted = has.unposted ? await unpostedMoney(scope) : [];
  step();
  return {
    brake: [],
    counts: { ...changes, new: created, newDebtors, confirmed, corrections, unapplied, missing, lastSteps },
    currencies,
    ...(unnamed > 0 && { kindOfNew, newWithoutKind: unnamed }),
    ...(has.severalKinds && { severalKinds: await severalKinds(scope) }),
    openInFile: figures.openInFile,
    refused,
    unmatched: [],
    putAside,
    ...(notTakenOver && { notTakenOver }),
    unposted,
  };
}
