import { zoneOfPlace } from '../core/zoneOfPlace.ts';
import { zonesOfPlace } from '../core/zonesOfPlace.ts';
import type { WorkspaceContext } from './workspaceContext.ts';

/**
 * Where a debtor's days and hours count: the zone set for it, else that of its place, else the workspace's; and, where none is set and the
 * place has several, every one in which it may be.
 */
export function zonesOfDebtor(
  debtor: { readonly zone: string | null; readonly country: string | null; readonly region: string | null },
  workspace: Pick<WorkspaceContext, 'zone' | 'country'>,
): { readonly zone: string; readonly zones?: readonly string[] } {
  if (debtor.zone !== null) return { zone: debtor.zone };
  const country = debtor.country ?? workspace.country;
  const region = debtor.region ?? undefined;
  const zone = zoneOfPlace(country, region, workspace.country) ?? workspace.zone;
  const zones = zonesOfPlace(country, region);
  return zones.length > 1 ? { zone, zones } : { zone };
}
