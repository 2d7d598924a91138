import { stageName } from '../../core/stageName.ts';

/** What a stage of a simulation is called; `none` before the first. */
export function simulatedStage(key: string): string {
  if (key === 'none') return 'no stage yet';
  return key === 'broken_promise' ? 'Broken promise' : stageName(key);
}
