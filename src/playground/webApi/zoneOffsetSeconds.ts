import { tzOffset } from '@date-fns/tz';

/** How far an IANA zone is ahead of UTC at an instant, in seconds. */
export function zoneOffsetSeconds(zone: string, at: Date): number {
  return tzOffset(zone, at) * 60;
}
