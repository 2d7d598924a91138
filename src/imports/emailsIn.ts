const EMAIL = /^[^\s@<>"(),:;[\]\\]+@[^\s@<>"(),:;[\]\\]+\.[^\s@<>"(),:;[\]\\.]+$/;

/** The email addresses in a cell, in lower case, each once. What is no address is left out. */
export function emailsIn(text: string): string[] {
  if (!text.includes('@')) return [];
  const found = text.split(/[\s,;<>]+/).filter((word) => word.length <= 254 && EMAIL.test(word));
  return [...new Set(found.map((email) => email.toLowerCase()))];
}
