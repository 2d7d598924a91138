import { type Policy, type Rung, stageOf, type Task } from './policy.ts';
import { stageName } from './stageName.ts';

/** words in which other systems say that nothing was done yet */
const NOTHING = new Set(['', 'none', 'no', 'na', 'n a', 'nil', '0']);

/** The stage of a policy that somebody means: by its key or its name, whatever the case, spaces, hyphens and stops. Undefined for none. */
export function stageNamed(policy: Policy, text: string): Rung | Task | undefined {
  const meant = plain(text);
  const keys = [...policy.rungs, ...policy.tasks].map(({ key }) => key);
  const key = keys.find((one) => plain(one) === meant) ?? keys.find((one) => plain(stageName(one)) === meant);
  return key === undefined ? undefined : stageOf(policy, key);
}

/** Whether a cell for a stage says that there was none. */
export function namesNoStage(text: string): boolean {
  return NOTHING.has(plain(text));
}

function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
