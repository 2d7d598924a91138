/** Weekday numbers as in `weekday`: Monday = 1 … Sunday = 7. */
const SATURDAY_AND_SUNDAY: ReadonlySet<number> = new Set([6, 7]);

/** What engines know of a region's week: a property in older ones, a method in newer ones. */
interface WeekKnowledge {
  readonly weekInfo?: { readonly weekend: readonly number[] };
  getWeekInfo?(): { readonly weekend: readonly number[] };
}

const weekends = new Map<string, ReadonlySet<number>>();

/** The weekend of a country (ISO 3166-1 alpha-2) after Unicode CLDR: Friday and Saturday in Egypt. Saturday and Sunday if unknown. */
export function weekendOf(country: string): ReadonlySet<number> {
  const known = weekends.get(country) ?? ask(country);
  weekends.set(country, known);
  return known;
}

function ask(country: string): ReadonlySet<number> {
  if (!/^[A-Za-z]{2}$/.test(country)) return SATURDAY_AND_SUNDAY;
  const locale: WeekKnowledge = new Intl.Locale(`und-${country}`) as WeekKnowledge;
  const weekend = (locale.getWeekInfo?.() ?? locale.weekInfo)?.weekend;
  return weekend?.length ? new Set(weekend) : SATURDAY_AND_SUNDAY;
}
