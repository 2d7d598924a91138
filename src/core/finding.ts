import type { Reason } from './facts.ts';

/** What a rule found while deciding; its sentence is made only when somebody asks. */
export interface Finding extends Omit<Reason, 'sentence'> {
  readonly say: () => string;
}

/** The findings in words, in the order in which the rules looked. */
export function reasonsOf(findings: readonly Finding[]): Reason[] {
  return findings.map(({ rule, outcome, say }) => ({ rule, outcome, sentence: say() }));
}
