/** Something that was looked at. `mend`: Duly cannot do all its work before; `note`: worth knowing, nothing is broken. */
export interface Finding {
  readonly state: 'ok' | 'mend' | 'note';
  /** what is there, or what is wrong */
  readonly sentence: string;
  /** what to do about it */
  readonly mend?: string;
}

export const ok = (sentence: string): Finding => ({ state: 'ok', sentence });
export const note = (sentence: string, mend?: string): Finding => ({
  state: 'note',
  sentence,
  ...(mend !== undefined && { mend }),
});
export const broken = (sentence: string, mend: string): Finding => ({ state: 'mend', sentence, mend });
