import { type Day, isoDay } from '../../core/day.ts';
import type { PlanFigures } from '../../db/ledgerPlanFigures.ts';
import type { ApplyOptions } from './ImportOptions.ts';
import { items } from './importSentences.ts';
import { missedTotal } from './missedTotal.ts';
import type { StagedFile } from './stageFile.ts';
import { unlessAgreed } from './unlessAgreed.ts';
import { unreadReasons } from './unreadReasons.ts';

/**
 * Why a manager has to confirm before this import is applied, a sentence each; none: go on. It could not be read to its end or has
 * nothing in it, would close more of the open items than the workspace's share, misses the control total that was typed in, or would
 * turn back what a newer ledger has said: being of an earlier day, or a file that was applied before. What a manager has agreed to as it stands is not asked again.
 */
export function brakeOn(
  figures: PlanFigures,
  staged: StagedFile,
  asOf: Day,
  options: Pick<ApplyOptions, 'workspace' | 'controlTotal' | 'confirm' | 'agreedTo'>,
): readonly string[] {
  const reasons = unreadReasons('ledger', staged);
  const { openBefore, closing, differing, lastAsOf, overtakenAsOf, openInFile } = figures;
  if (closing * 100 > openBefore * options.workspace.settings.importBrakePercent) {
    reasons.push(`It would close ${closing} of the ${openBefore} open items.`);
  }
  reasons.push(...missedTotal(openInFile, options));
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
  return unlessAgreed(reasons, options);
}
