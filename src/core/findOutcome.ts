/** How a call ended. The last three need no conversation. */
export const callOutcomes = [
  'promised',
  'paid',
  'disputes',
  'instalments',
  'call_back',
  'refuses',
  'hardship',
  'no_answer',
  'left_message',
  'wrong_number',
] as const;
export type CallOutcome = (typeof callOutcomes)[number];

const SIGNS: Readonly<Record<CallOutcome, RegExp>> = {
  refuses: /\brefus|\b(?:won['’]?t|will not|not going to) pay\b/i,
  hardship:
    /\bhardship|\b(?:can['’]?t|cannot|unable to) (?:pay|afford)|\blost (?:his|her|their) job|\bno money\b/i,
  disputes: /\bdisput|\bcontest|\bdisagree/i,
  paid: /\balready paid|\b(?:has|have|says?|said|was) paid|\bpaid (?:it|yesterday|last|this|on|already)|^paid\b|(?<!\bbe )\bpaid (?:elsewhere|(?:in)?to(?! date))\b/i,
  instalments: /\binstal?lments?\b|\bpayment plan\b|\bin parts\b/i,
  promised:
    /\bpromis|\bwill (?:pay|send|transfer)|\bpay(?:s|ing) (?:by|on|next|\d)|\bto pay\b|\bcommit|\bptp\b/i,
  call_back: /\b(?:call|ring|phone)(?:ed|s|ing)? (?:me |us |them |him |her )?(?:back|again)\b|\bcallback\b/i,
  no_answer: /\bno answer\b|\bno one (?:there|picked up)|\b(?:not|didn['’]?t) (?:answer|pick up)/i,
  left_message: /\bleft (?:a |an? )?(?:message|voicemail)|\bvoice ?mail\b/i,
  wrong_number: /\bwrong (?:number|person)\b/i,
};

/** The outcome that a note names first, or undefined when it names none. */
export function findOutcome(text: string): CallOutcome | undefined {
  const found = callOutcomes.flatMap((outcome) => {
    const at = text.search(SIGNS[outcome]);
    return at < 0 ? [] : [{ outcome, at }];
  });
  return found.sort((a, b) => a.at - b.at)[0]?.outcome;
}
