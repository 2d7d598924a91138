import type { RecordsYears } from '../../core/recordsTime.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';

/** For how many years the workspace keeps records. */
export function yearsOf({
  settings,
}: {
  readonly settings: Pick<WorkspaceContext['settings'], 'recordsYears' | 'recordsYearsRegulationF'>;
}): RecordsYears {
  return { regulationF: settings.recordsYearsRegulationF, house: settings.recordsYears };
}
