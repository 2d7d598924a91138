import { isoDay } from '../../core/day.ts';
import { inFileName } from '../../core/inFileName.ts';
import { dayIn } from '../../core/zone.ts';
import type { EvidenceLetter } from './Evidence.ts';

/** What a letter of the pack is called, without the ending: "01-2026-11-23-final-notice"; `index` from 0. */
export function letterName({ at, title }: EvidenceLetter, index: number, zone: string): string {
  const nth = String(index + 1).padStart(2, '0');
  return [nth, isoDay(dayIn(zone, at)), inFileName(title.toLowerCase())].filter(Boolean).join('-');
}
