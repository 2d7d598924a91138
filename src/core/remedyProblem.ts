const ASKS =
  /\bplease\b|\bunless\b|\bif you\b|\b(?:call|ring|contact|answer|text|email|write to) us\b|\bpay\s+(?:us|now|by|to|at|in|the|this|what|\p{Sc}|\d)/iu;
/** a link, an address, the name of a site, a long number, or one in groups as telephones have */
const LEADS_ELSEWHERE =
  /https?:|www\.|@|\b[a-z0-9-]{2,}\.(?:com|net|org|info|biz|co|us|uk|io|app|pay|example)\b|(?:\d[\s-]?){6}|(?:\d[\s.()/-]{0,2}){7}/i;

/** The most characters that the name of a remedy may have. */
export const REMEDY_CHARACTERS = 300;

/**
 * What is wrong with the remedy that a notice after a wish to cease contact is to name, as sentences for whoever typed it; undefined where
 * nothing is. It has to be one that we or the creditor ordinarily use, or mean to use, which only a person can know: what is refused
 * here is what would go beyond the notice's purpose whichever it is, a demand, or a number or address to pay or answer to.
 */
export function remedyProblem(typed: string): string | undefined {
  const remedy = typed.trim();
  if (remedy === '') return 'Write which remedy it is: the notice has to name it.';
  if ([...remedy].length > REMEDY_CHARACTERS)
    return `Name it in ${REMEDY_CHARACTERS} characters at most: the notice says nothing else.`;
  if (ASKS.test(remedy))
    return 'Name the remedy alone: after a wish to cease contact the notice may not ask for payment or an answer.';
  if (LEADS_ELSEWHERE.test(remedy))
    return 'Name the remedy alone, without an account, a number, an address or a link.';
  return undefined;
}
