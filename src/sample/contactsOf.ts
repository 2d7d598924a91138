import { draw, drawBetween } from './draw.ts';
import type { CastMember, Country, SampleContact } from './SampleDebtor.ts';

const OTHERS: Readonly<Record<Country, readonly string[]>> = {
  GB: ['Olivia Grant', 'Samir Patel', 'Joanne Pike', 'Robert Ames', 'Lucy Farrow', 'Ken Adeyemi'],
  DE: ['Stefan Krüger', 'Julia Heinrich', 'Ralf Neumann', 'Ayşe Kaya', 'Birgit Lorenz'],
  US: ['Megan Doyle', 'Andre Wallace', 'Linda Park', 'Steve Russo', 'Tara Bishop'],
};

/**
 * The people on file for a debtor. Every address ends in `.example`, or in `.invalid` where nobody takes mail any more (RFC 2606),
 * and every number is one that regulators keep for fiction: Ofcom's 020 7946 0xxx and 07700 900xxx, 555-01xx in North America, the
 * Bundesnetzagentur's 030 23125xxx.
 */
export function contactsOf(cast: CastMember, country: Country): SampleContact[] {
  const domain = `${slug(cast.name)}.${cast.mailGone ? 'invalid' : 'example'}`;
  const reach = (name: string, isPerson: boolean) => ({
    name,
    email: cast.noEmail ? undefined : `${slug(name.replace(/^Dr\. /, ''), '.')}@${domain}`,
    phone: phone(country, name),
    mobile: isPerson ? mobile(country, name) : undefined,
    isMailbox: false,
  });
  const first = { ...reach(cast.contact, draw('mobile', cast.contact) < 0.6), role: 'payables' as const };
  if ((cast.kind ?? 'business') !== 'business') return [{ ...first, role: 'director' }];
  const contacts: SampleContact[] = [first];
  if (!cast.noEmail && draw('mailbox', cast.name) < 0.35) {
    const email = `accounts@${domain}`;
    contacts.push({
      name: 'Accounts',
      role: 'other',
      email,
      phone: undefined,
      mobile: undefined,
      isMailbox: true,
    });
  }
  if (draw('another', cast.name) < 0.45) {
    const names = OTHERS[country];
    const name = names[drawBetween(0, names.length - 1, 'who', cast.name)];
    const role = draw('role', cast.name) < 0.4 ? 'director' : 'alternate';
    if (name) contacts.push({ ...reach(name, true), role });
  }
  return contacts;
}

const pad = (number: number, digits: number) => String(number).padStart(digits, '0');

function phone(country: Country, name: string): string {
  switch (country) {
    case 'GB':
      return `+44 20 7946 ${pad(drawBetween(0, 999, 'phone', name), 4)}`;
    case 'DE':
      return `+49 30 23125 ${pad(drawBetween(0, 999, 'phone', name), 3)}`;
    case 'US':
      return `+1 ${['212', '303', '415', '617'][drawBetween(0, 3, 'area', name)]} 555 01${pad(drawBetween(0, 99, 'phone', name), 2)}`;
  }
}

function mobile(country: Country, name: string): string | undefined {
  if (country === 'GB') return `+44 7700 900${pad(drawBetween(0, 999, 'mobile', name), 3)}`;
  return country === 'DE' ? `+49 176 040690${pad(drawBetween(0, 99, 'mobile', name), 2)}` : undefined;
}

function slug(text: string, joint = '-'): string {
  return text
    .replace(/\b(Ltd|LLP|LLC|GmbH|AG|OHG|Inc\.|Co\.|Mr|Mrs|Ms|Frau)(?=\s|$)/g, ' ')
    .replaceAll('ä', 'ae')
    .replaceAll('ö', 'oe')
    .replaceAll('ü', 'ue')
    .replaceAll('ß', 'ss')
    .normalize('NFKD')
    .replace(/[^\x20-\x7e]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, joint)
    .replace(/^[-.]+|[-.]+$/g, '');
}
