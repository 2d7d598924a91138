const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
/** codes that the tables of languages know and ISO 3166-1 does not assign */
const NOT_ISO = new Set('AC CP DG EA EU EZ IC QO TA UK UN XA XB XK ZZ'.split(' '));

const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
const codes = new Map(
  letters.flatMap((first) =>
    letters.flatMap((second) => {
      const code = first + second;
      const name = NOT_ISO.has(code) ? undefined : names.of(code);
      return name ? [[name.toLowerCase(), code] as const] : [];
    }),
  ),
);
const known = new Set(codes.values());

/** ISO 3166-1 alpha-2 code of a country that a file names by its code or its English name; undefined for anything else. */
export function countryOf(text: string): string | undefined {
  const upper = text.toUpperCase();
  return known.has(upper) ? upper : codes.get(text.toLowerCase());
}
