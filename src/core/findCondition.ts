import type { ConditionKind } from './conditions.ts';
import { namesOtherAccount } from './namesOtherAccount.ts';

/** Of somebody who stops an account, a hint is enough. */
const bankWords =
  /\b(?:(?:new|other|different|changed|another|wrong)\s+(?:bank\s+)?(?:account(?! manager)|details)|bank[\s-]details)\b/i;

const named: readonly (readonly [ConditionKind, RegExp | ((words: string) => boolean)])[] = [
  ['breathing_space', /\b(?:breathing[\s-]?space|moratorium)\b/i],
  [
    'insolvency',
    /\b(?:insolven\w*|bankrupt\w*|administration|administrators?|liquidat\w*|receivership|iva|chapter\s*(?:7|11))\b/i,
  ],
  ['bereavement', /\b(?:bereave\w*|deceased|died|passed away|death|widow\w*)\b/i],
  ['bank_details', (words) => namesOtherAccount(words) || bankWords.test(words)],
  ['vulnerability', /\b(?:vulnerab\w*|mental health|illness|in hospital)\b/i],
  [
    'representation',
    /\b(?:represent\w*|lawyers?|solicitors?|attorneys?|debt (?:adviser|advisor)s?|power of attorney)\b/i,
  ],
  [
    'cease',
    /\b(?:cease|desist|stop (?:all )?(?:contact|calling|calls|writing)|do not (?:contact|call)|don[’']t (?:contact|call))\b/i,
  ],
];

/** The condition of a customer that free words name; undefined where they name none. The graver of several: what the law protects first. */
export function findCondition(words: string): ConditionKind | undefined {
  return named.find(([, said]) => (typeof said === 'function' ? said(words) : said.test(words)))?.[0];
}
