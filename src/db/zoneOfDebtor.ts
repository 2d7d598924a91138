import { zoneOfPlace } from '../core/zoneOfPlace.ts';
import type { WorkspaceContext } from './workspaceContext.ts';

/** Where a debtor's hours count: the zone set for it, else that of its place, else the workspace's. */
export function zoneOfDebtor(
  debtor: { readonly zone: string | null; readonly country: string | null; readonly region: string | null },
  workspace: Pick<WorkspaceContext, 'zone' | 'country'>,
): string {
  const { zone, country, region } = debtor;
  return (
    zone ??
    zoneOfPlace(country ?? workspace.country, region ?? undefined, workspace.country) ??
    workspace.zone
  );
}
