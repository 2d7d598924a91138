import type { PlaygroundChannel, PlaygroundUser } from '../../src/playground/PlaygroundOptions.ts';

export const TEAM = { id: 'T01DULY', domain: 'northwind', name: 'Northwind Credit' };

/** Who works at Northwind. Their roles are what `dulyInPlayground` gives them; Gus is a guest and gets none. */
export const people = {
  marta: { id: 'U01MARTA', role: 'manager', name: 'Marta Ruiz', tz: 'Europe/London' },
  max: { id: 'U02MAX', role: 'manager', name: 'Max Adler', tz: 'Europe/London' },
  colin: { id: 'U03COLIN', role: 'collector', name: 'Colin Shaw', tz: 'Europe/London' },
  clara: { id: 'U04CLARA', role: 'collector', name: 'Clara Beck', tz: 'Europe/Berlin' },
  fiona: { id: 'U05FIONA', role: 'finance', name: 'Fiona Grant', tz: 'Europe/London' },
  amir: { id: 'U06AMIR', role: 'account_manager', name: 'Amir Khan', tz: 'Europe/London' },
  vera: { id: 'U07VERA', role: 'viewer', name: 'Vera Novak', tz: 'Europe/London' },
  gus: { id: 'U08GUS', role: undefined, name: 'Gus Guest', tz: 'Europe/London' },
} as const;

export type Name = keyof typeof people;
export const names = Object.keys(people) as Name[];

export const channels = {
  collections: 'C01COLLECT',
  approvals: 'C02APPROVE',
  finance: 'C03FINANCE',
  /** a public channel that the bot was never invited to */
  random: 'C04RANDOM',
  /** shared with another company; the bot is in it */
  partners: 'C05PARTNERS',
  /** where account managers are told */
  accounts: 'C06ACCOUNTS',
} as const;

export function playgroundUsers(): PlaygroundUser[] {
  return names.map((name) => {
    const { id, name: realName, tz, role } = people[name];
    return {
      id,
      name,
      real_name: realName,
      tz,
      email: `${name}@northwind.example`,
      locale: 'en-GB',
      ...(role === undefined && { is_restricted: true }),
    };
  });
}

/** Approvals and finance are private, the others public; nobody but Gus is missing from any of them. */
export function playgroundChannels(): PlaygroundChannel[] {
  const staff = names.filter((name) => name !== 'gus').map((name) => people[name].id);
  return [
    { id: channels.collections, name: 'collections', members: staff, botIsMember: true },
    { id: channels.approvals, name: 'approvals', is_private: true, members: staff, botIsMember: true },
    { id: channels.finance, name: 'finance', is_private: true, members: staff, botIsMember: true },
    { id: channels.random, name: 'random', members: [...staff, people.gus.id] },
    { id: channels.partners, name: 'partners', members: staff, botIsMember: true, is_ext_shared: true },
    { id: channels.accounts, name: 'accounts', members: staff, botIsMember: true },
  ];
}
