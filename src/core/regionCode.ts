import Holidays from 'date-holidays';
import { stateAbbreviations } from './stateAbbreviations.ts';

/** Names of regions that the source of holidays does not have: in English, where it has them in their own language only, and abbreviations. */
const OTHER_NAMES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  DE: {
    bavaria: 'BY',
    hesse: 'HE',
    'lower saxony': 'NI',
    'mecklenburg western pomerania': 'MV',
    'north rhine westphalia': 'NW',
    nrw: 'NW',
    'rhineland palatinate': 'RP',
    saxony: 'SN',
    'saxony anhalt': 'ST',
    thuringia: 'TH',
  },
  US: stateAbbreviations,
};

const LANGUAGES = [undefined, 'en', 'de', 'fr', 'it'];

/** What a name may have before it or not: Kanton Zürich, Canton d’Uri, Comunidad de Madrid. */
const KIND_OF_REGION =
  /^(?:canton|kanton|hansestadt|freistaat|state|province|comunidad foral|comunidad|comunitat|ciudad|departement) (?:(?:of|de|des|du|d) )?/;

/**
 * The code of a country's region named by its code (`CA`, `US-CA`) or its name in its own language, in English, German, French or Italian, with
 * accents or without (`Bayern`, `Bavaria`, `Zurich`), of a state of the USA its traditional abbreviation too (`Calif.`); undefined for one that is not known.
 */
export function regionCode(country: string, region: string | undefined): string | undefined {
  if (!region) return undefined;
  const key = `${country}/${region}`;
  if (!known.has(key)) known.set(key, lookUp(country.toUpperCase(), region));
  return known.get(key);
}

/** The regions of a country whose holidays are known, by code. */
export function regionsOf(country: string): Readonly<Record<string, string>> {
  return new Holidays().getStates(country.toUpperCase()) ?? {};
}

const known = new Map<string, string | undefined>();

function lookUp(country: string, region: string): string | undefined {
  const code = initials(region.trim()).toUpperCase().replace(`${country}-`, '');
  if (code in regionsOf(country)) return code;
  const wanted = plain(region);
  if (wanted === '') return undefined;
  const source = new Holidays();
  const names = LANGUAGES.flatMap((language) => Object.entries(source.getStates(country, language) ?? {}));
  return names.find(([, name]) => plain(name) === wanted)?.[0] ?? OTHER_NAMES[country]?.[wanted];
}

/** N.Y. and N. Y. as NY; anything else as it is. */
function initials(region: string): string {
  return /^(?:\p{L}\.\s?)+$/u.test(region) ? region.replace(/[.\s]/g, '') : region;
}

function plain(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replace(KIND_OF_REGION, '');
}
