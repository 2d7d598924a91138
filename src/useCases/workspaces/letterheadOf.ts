import { bankDetails } from '../../db/bankDetails.ts';
import type { Creditor } from '../../generated/prisma/client.ts';
import type { Letterhead } from './Letterhead.ts';

/** The letterhead that a creditor has now. */
export function letterheadOf({ name, address, email, phone, letterhead, ...row }: Creditor): Letterhead {
  return {
    name,
    address: address ?? undefined,
    email: email ?? undefined,
    phone: phone ?? undefined,
    smallPrint: letterhead ?? undefined,
    isClient: row.isClient,
    bank: bankDetails.safeParse(row.bankDetails).data,
  };
}
