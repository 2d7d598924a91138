import { shortDay } from './dayName.ts';
import type { DebtorFacts, InvoiceFact } from './facts.ts';
import { type Finding, finding } from './finding.ts';
import { stageName } from './stageName.ts';
import { isAbout } from './standing.ts';

/** Which steps count as done for the invoice that carries the case since an import says so. */
export function importedFindings(
  { steps }: Pick<DebtorFacts, 'steps'>,
  { id, number }: InvoiceFact,
): Finding[] {
  return steps
    .filter((step) => step.imported && step.state === 'done' && isAbout(step, id))
    .map(({ stage, doneOn, takenOn }) =>
      finding(
        'imported',
        'note',
        () =>
          `An import says that invoice ${number} has had: ${stageName(stage)}, on ${shortDay(doneOn ?? takenOn, 'en-GB')} at the latest`,
      ),
    );
}
