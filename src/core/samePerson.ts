import { nameLikeness, nameWords } from './nameLikeness.ts';

interface OnFile {
  readonly id: string;
  readonly name: string;
  readonly phone?: string | null | undefined;
  readonly mobile?: string | null | undefined;
  readonly email?: string | null | undefined;
}

/** Whether two entries on file are of one person or mailbox: one email address, or one number and names that are alike. */
export function samePerson(a: OnFile, b: OnFile): boolean {
  if (a.id === b.id) return true;
  if (a.email && a.email.trim().toLowerCase() === b.email?.trim().toLowerCase()) return true;
  const numbers = numbersOf(a);
  return (
    numbersOf(b).some((number) => numbers.includes(number)) &&
    nameLikeness(nameWords(a.name), nameWords(b.name)) !== undefined
  );
}

function numbersOf({ phone, mobile }: OnFile): string[] {
  return [phone, mobile].flatMap((number) => number?.replace(/\D/g, '') || []);
}
