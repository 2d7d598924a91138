const OTHER = "(?:new|other|different|changed|another|wrong|(?:someone|somebody) else[’']s)";
const BANK = String.raw`(?:bank(?:[\s-]+(?:account|details))?|iban|sort code|account[\s-]+(?:details|number))`;

const signs: readonly RegExp[] = [
  new RegExp(String.raw`\b${OTHER}\s+${BANK}\b`, 'i'),
  new RegExp(String.raw`\b${BANK}\s+(?:(?:has|have|had|was|were|is|are)\s+)?(?:changed|new)\b`, 'i'),
  // a bare “account” is one of a bank only where money went to it
  new RegExp(
    String.raw`\b(?:paid|pays?|paying|transferred|wired|sent|went)\b[^.;]{0,40}?\b(?:in)?to\s+(?:(?:an?|the|their)\s+)?${OTHER}\s+account\b(?! manager)`,
    'i',
  ),
  /\bpaid\s+(?:it\s+)?(?:elsewhere|(?:in)?to (?:someone|somebody|a third party))\b/i,
];

/** Whether free words say that money went to another account than ours, or that somebody gave the customer other bank details. */
export function namesOtherAccount(words: string): boolean {
  return signs.some((sign) => sign.test(words));
}
