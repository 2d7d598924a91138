/** The only reactions that are read. */
export const APPROVE = 'white_check_mark';
export const DECLINE = 'x';

/** What a reaction says about a request; undefined for every other one. A skin tone changes nothing. */
export function decisionOf(emoji: string): 'approve' | 'decline' | undefined {
  const [name] = emoji.split('::');
  if (name === APPROVE) return 'approve';
  return name === DECLINE ? 'decline' : undefined;
}
