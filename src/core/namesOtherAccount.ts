const ACCOUNT = String.raw`(?:bank(?:[\s-]+(?:account|details))?|account(?! manager)(?:[\s-]+(?:details|number))?|details|iban|sort code)`;
const OTHER = `(?:new|other|different|changed|another|wrong|someone else[’']s|somebody else[’']s)`;

const signs: readonly RegExp[] = [
  new RegExp(String.raw`\b${OTHER}\s+${ACCOUNT}\b`, 'i'),
  /\b(?:bank|account|iban)(?:[\s-]+(?:account|details|number))?\s+(?:has |have |had |was |were |is |are )?(?:changed|new)\b/i,
  /\bpaid\s+(?:it\s+)?(?:elsewhere|(?:in)?to (?:someone|somebody|a third party|another))\b/i,
];

/** Whether free words say that money went to another account than ours, or that somebody gave the customer other bank details. */
export function namesOtherAccount(words: string): boolean {
  return signs.some((sign) => sign.test(words));
}
