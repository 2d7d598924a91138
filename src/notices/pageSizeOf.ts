const LETTER_COUNTRIES = /-(US|CA|MX|PH|CL|CO)\b/;

/** The paper of a locale: A4, or Letter where that is the custom. */
export function pageSizeOf(locale: string): 'A4' | 'LETTER' {
  return LETTER_COUNTRIES.test(locale) ? 'LETTER' : 'A4';
}
