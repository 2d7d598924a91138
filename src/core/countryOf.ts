const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
/** codes that the tables of languages know and ISO 3166-1 does not assign; Kosovo's XK, which everybody uses, is none of them */
const NOT_ISO = new Set('AC CP CQ DG EA EU EZ IC QO TA UK UN XA XB ZZ'.split(' '));

/** What people write for a country in place of its code. */
const ALIASES: Readonly<Record<string, string>> = { UK: 'GB' };

const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
const codes = new Map(
  letters.flatMap((first) =>
    letters.flatMap((second) => {
      const code = first + second;
      const name = NOT_ISO.has(code) || isFormer(code) ? undefined : names.of(code);
      return name ? [[name.toLowerCase(), code] as const] : [];
    }),
  ),
);
const known = new Set(codes.values());

/**
 * ISO 3166-1 alpha-2 code of a country that is named by its code or its English name, `UK` being the United Kingdom; undefined for anything
 * else.
 */
export function countryOf(text: string): string | undefined {
  const upper = text.trim().toUpperCase();
  const code = ALIASES[upper] ?? upper;
  return known.has(code) ? code : codes.get(upper.toLowerCase());
}

/** The code of a country that was renamed or split, which would stand for what has its name now: FX, SU, YU. */
function isFormer(code: string): boolean {
  return new Intl.Locale(`und-${code}`).region !== code;
}
