/** A link that may be printed: http or https, without user name or password in it; null otherwise. */
export function paymentLink(typed: string | undefined): string | null {
  if (!typed || !URL.canParse(typed)) return null;
  const url = new URL(typed);
  const plain = (url.protocol === 'https:' || url.protocol === 'http:') && !url.username && !url.password;
  return plain ? url.href : null;
}
