/**
 * An IBAN as it is printed, in capitals and groups of four; undefined for what is none: form and check digits of ISO
 * 13616-1 (two letters of the country, two digits, 11 to 30 letters and digits; modulo 97-10 of ISO/IEC 7064).
 */
export function readIban(typed: string): string | undefined {
  const iban = typed.replace(/[\s-]/g, '').toUpperCase();
  if (!/^[A-Z]{2}\d{2}[A-Z\d]{11,30}$/.test(iban) || remainder(iban) !== 1) return undefined;
  return iban.replace(/(.{4})(?=.)/g, '$1 ');
}

/** Of the number that it stands for: the first four characters at the end, letters as 10 to 35. */
function remainder(iban: string): number {
  let rest = 0;
  for (const character of iban.slice(4) + iban.slice(0, 4)) {
    const value = Number.parseInt(character, 36);
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return rest;
}
