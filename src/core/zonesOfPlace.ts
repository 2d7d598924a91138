import Holidays from 'date-holidays';
import { regionCode } from './regionCode.ts';
import { isZone, offsetAt } from './zone.ts';

/**
 * Regions for which the source has another region's zones, all of the country's, or not all of their own; the main one first. In the USA by
 * 49 CFR part 71: western Kentucky and North Dakota, Malheur in Oregon, West Wendover in Nevada, the western Aleutians.
 */
const OWN_ZONES: Readonly<Record<string, readonly string[]>> = {
  'AU/NSW': ['Australia/Sydney', 'Australia/Broken_Hill', 'Australia/Lord_Howe'],
  'BR/AM': ['America/Manaus', 'America/Eirunepe'],
  'BR/PE': ['America/Recife', 'America/Noronha'],
  'CA/PE': ['America/Halifax'],
  'CA/QC': ['America/Toronto', 'America/Blanc-Sablon'],
  'NZ/CIT': ['Pacific/Chatham'],
  'RU/AL': ['Asia/Barnaul'],
  'RU/BA': ['Asia/Yekaterinburg'],
  'RU/BU': ['Asia/Irkutsk'],
  'RU/IRK': ['Asia/Irkutsk'],
  'RU/OMS': ['Asia/Omsk'],
  'RU/SA': ['Asia/Yakutsk', 'Asia/Vladivostok', 'Asia/Srednekolymsk'],
  'RU/SAR': ['Europe/Saratov'],
  'RU/TY': ['Asia/Krasnoyarsk'],
  'RU/ZAB': ['Asia/Chita'],
  'US/AK': ['America/Anchorage', 'America/Adak'],
  'US/DC': ['America/New_York'],
  'US/DE': ['America/New_York'],
  'US/FL': ['America/New_York', 'America/Chicago'],
  'US/GA': ['America/New_York'],
  'US/KY': ['America/Kentucky/Louisville', 'America/Chicago'],
  'US/ND': ['America/North_Dakota/Center', 'America/Denver'],
  'US/NV': ['America/Los_Angeles', 'America/Denver'],
  'US/OR': ['America/Los_Angeles', 'America/Boise'],
};

/** A winter and a summer day: zones whose clocks agree on both are one to us. */
const SEASONS = [Date.UTC(2026, 0, 15), Date.UTC(2026, 6, 15)].map((ms) => new Date(ms));

const known = new Map<string, readonly string[]>();

/**
 * Every zone in which a customer of that country and region may live, the main one first, of those whose clocks always agree one only. A region
 * that is not known leaves those of the whole country; none for a country that is not known.
 */
export function zonesOfPlace(country: string, region: string | undefined): readonly string[] {
  const key = `${country}/${region ?? ''}`;
  const zones = known.get(key) ?? lookUp(country.toUpperCase(), region);
  known.set(key, zones);
  return zones;
}

function lookUp(country: string, region: string | undefined): string[] {
  const code = regionCode(country, region);
  const all = zonesOf(country);
  if (code === undefined) return distinct(all);
  const own = OWN_ZONES[`${country}/${code}`] ?? zonesOf(country, code);
  // a region without zones of its own is given all of its country's
  return distinct(own.length < all.length ? own : own.slice(0, 1));
}

function zonesOf(country: string, code = ''): string[] {
  return (new Holidays(country, code).getTimezones() ?? []).filter(isZone);
}

function distinct(zones: readonly string[]): string[] {
  const clocks = new Map<string, string>();
  for (const zone of zones) {
    const clock = SEASONS.map((day) => offsetAt(zone, day)).join();
    if (!clocks.has(clock)) clocks.set(clock, zone);
  }
  return [...clocks.values()];
}
