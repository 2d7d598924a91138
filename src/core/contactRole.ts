import type { ContactFact } from './facts.ts';

/** "payables", or "payables, of South Ltd" where somebody is the contact of another account of the group. */
export function contactRole({ role, of }: ContactFact): string {
  return of === undefined ? role : `${role}, of ${of}`;
}
