const outside: Readonly<Record<string, string>> = {
  insolvency: 'Insolvency',
  representation: 'Represented by somebody else',
  breathing_space: 'Breathing space',
  cease: 'Asked us to cease contact',
};

/**
 * A condition of a customer as whoever takes the case over has to know it; undefined for one whose reason is private (health, a
 * death in the family) or a suspicion, which is told by a person where it may be told at all.
 */
export function outsideCondition(kind: string): string | undefined {
  return outside[kind];
}
