import type { DigestLine } from '../../../blocks/digests/DigestPart.ts';
import { nameInPublic } from '../../core/nameInPublic.ts';
import type { DigestDebtor } from '../../db/DigestDebtor.ts';

export interface Naming {
  readonly locale: string;
  /** private individuals by name; else by their account number */
  readonly individuals: boolean;
}

/** A digest's line about an account, with what is said of it. */
export function accountLine(
  { debtorId, name, account, individual, onCreditHold }: DigestDebtor,
  text: string,
  { individuals }: Pick<Naming, 'individuals'>,
): DigestLine {
  const label = individuals || !individual ? name : nameInPublic({ name, account });
  return { debtorId, label, text: onCreditHold ? `${text}, on credit hold` : text };
}
