import type { Reason } from './facts.ts';

/** What a rule found while deciding; its sentence is made only when somebody asks. */
export interface Finding extends Omit<Reason, 'sentence'> {
  readonly say: () => string;
}

/** What a rule found; `say` puts it in words when somebody asks. */
export function finding(rule: string, outcome: Reason['outcome'], say: () => string): Finding {
  return { rule, outcome, say };
}

/** The findings in words, in the order in which the rules looked. */
export function reasonsOf(findings: readonly Finding[]): Reason[] {
  return findings.map(({ rule, outcome, say }) => ({ rule, outcome, sentence: say() }));
}
