const formats = new Map<string, Intl.DateTimeFormat>();

/** How a locale writes calendar days (an instant's day in UTC, as `dateOfDay` gives it). Made once: making one costs far more than using it. */
export function dayFormat(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${JSON.stringify(options)}`;
  const known = formats.get(key) ?? new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' });
  formats.set(key, known);
  return known;
}

/** The English variant whose spelling and dates suit a locale: British for another language, whose order cannot be misread. */
export function englishOf(locale: string): string {
  return new Intl.Locale(locale).language === 'en' ? locale : 'en-GB';
}
