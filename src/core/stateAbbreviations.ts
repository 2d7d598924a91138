/** What stands for each state of the USA before the postal code, without its full stops; which are written in full have none. */
const written: Readonly<Record<string, string>> = {
  AL: 'ala',
  AZ: 'ariz',
  AR: 'ark',
  CA: 'calif, cal',
  CO: 'colo',
  CT: 'conn',
  DE: 'del',
  FL: 'fla',
  GA: 'ga',
  IL: 'ill',
  IN: 'ind',
  KS: 'kans, kan',
  KY: 'ky',
  LA: 'la',
  MD: 'md',
  MA: 'mass',
  MI: 'mich',
  MN: 'minn',
  MS: 'miss',
  MO: 'mo',
  MT: 'mont',
  NE: 'nebr, neb',
  NV: 'nev',
  NM: 'n mex',
  ND: 'n dak',
  OK: 'okla',
  OR: 'oreg, ore',
  PA: 'pa, penna, penn',
  SD: 's dak',
  TN: 'tenn',
  TX: 'tex',
  VT: 'vt',
  VA: 'va',
  WA: 'wash',
  WV: 'w va',
  WI: 'wis, wisc',
  WY: 'wyo',
};

/**
 * Postal codes of the states by their traditional abbreviations in small letters, words apart and without full stops (`calif`, `w va`): those of the
 * U.S. Government Publishing Office's Style Manual (2016), chapter 9, and what else is usual (Cal., Kan., Neb., Ore., Penna.). Initials alone
 * (N.Y.) are the codes themselves.
 */
export const stateAbbreviations: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(written).flatMap(([code, words]) => words.split(', ').map((word) => [word, code])),
);
