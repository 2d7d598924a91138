/** below nothing, nothing, or as a calculator writes it */
const NO_AMOUNT =
  /(?<!\S)(?:[$€£¥₹]?[-−–][$€£¥₹]?\d[\d.,'’]*|0+(?:[.,]0+)?|\d+(?:[.,]\d+)?e\d+)(?=\s|[,;.](?:\s|$)|[$€£¥₹]|$)/iu;

/** The first number in a text that stands where an amount could and is none that anybody pays: `-5`, `0`, `1e9`. */
export function unreadAmount(text: string): string | undefined {
  return NO_AMOUNT.exec(text)?.[0].replace(/[.,]$/, '');
}
