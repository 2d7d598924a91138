import { type Day, isoDay } from '../../core/day.ts';
import { formatMoney } from '../../core/money.ts';
import type { PlanFigures } from '../../db/ledgerPlanFigures.ts';
import type { ApplyOptions } from './ImportOptions.ts';
import { items } from './importSentences.ts';

/**
 * Why a manager has to confirm before this import is applied, a sentence each; none: go on. It would close more of the open
 * items than the workspace's share, the file misses the control total that was typed in, or it would turn back what a newer
 * ledger has said: being of an earlier day, or a file that was applied before. What a manager has agreed to as it stands is not asked again.
 */
export function brakeOn(
  figures: PlanFigures,
  asOf: Day,
  options: Pick<ApplyOptions, 'workspace' | 'controlTotal' | 'confirm' | 'agreedTo'>,
): string[] {
  const { workspace, controlTotal, confirm, agreedTo = [] } = options;
  if (confirm) return [];
  const reasons: string[] = [];
  const { openBefore, closing, differing, lastAsOf, overtakenAsOf, openInFile } = figures;
  if (closing * 100 > openBefore * workspace.settings.importBrakePercent) {
    reasons.push(`It would close ${closing} of the ${openBefore} open items.`);
  }
  if (controlTotal) {
    const { currency, amount } = controlTotal;
    const found = openInFile.find((money) => money.currency === currency)?.amount ?? 0n;
    if (found !== amount) {
      const [has, wanted] = [found, amount].map((minor) => formatMoney(minor, currency, workspace.locale));
      reasons.push(`It adds up to ${has}, and not to the control total of ${wanted}.`);
    }
  }
  const turnsBack = `turn back what that one says of ${items(differing, 'item')}`;
  if (lastAsOf !== undefined && asOf < lastAsOf && differing > 0) {
    reasons.push(
      `It is of ${isoDay(asOf)}, older than the ledger of ${isoDay(lastAsOf)}, and would ${turnsBack}.`,
    );
  } else if (overtakenAsOf !== undefined && differing > 0) {
    reasons.push(
      `This very file was imported before, as of ${isoDay(overtakenAsOf)}, and another ledger since: it would ${turnsBack}.`,
    );
  }
  return reasons.every((reason) => agreedTo.includes(reason)) ? [] : reasons;
}
