import type { Role } from '../core/permissions.ts';
import type { PlaygroundChannel, PlaygroundUser } from '../playground/PlaygroundOptions.ts';

export const SAMPLE_TEAM = { id: 'T0LARKFIELD', domain: 'larkfield', name: 'Larkfield Trade Supplies' };

/** The zone in which the sample's days begin. */
export const SAMPLE_ZONE = 'Europe/London';

interface SamplePerson {
  /** Slack user */
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  readonly tz: string;
  readonly deputy?: PersonName;
  /** follow-ups a day, where it is not the usual number */
  readonly capacity?: number;
}

export type PersonName = 'nora' | 'priya' | 'jonas' | 'tomas' | 'grace' | 'daniel' | 'hannah';

/**
 * Who works at Larkfield. The first is whom a newcomer acts as: a manager, who can do everything, and who gets what others leave
 * undone, for the second manager only approves.
 */
export const samplePeople: Readonly<Record<PersonName, SamplePerson>> = {
  nora: { id: 'U01NORA', name: 'Nora Whitfield', role: 'manager', tz: 'Europe/London', deputy: 'tomas' },
  priya: { id: 'U02PRIYA', name: 'Priya Nair', role: 'collector', tz: 'Europe/London', deputy: 'jonas' },
  jonas: { id: 'U03JONAS', name: 'Jonas Weber', role: 'collector', tz: 'Europe/Berlin', deputy: 'priya' },
  tomas: {
    id: 'U04TOMAS',
    name: 'Tomas Lindqvist',
    role: 'manager',
    tz: 'Europe/London',
    deputy: 'nora',
    capacity: 0,
  },
  grace: { id: 'U05GRACE', name: 'Grace Okafor', role: 'finance', tz: 'Europe/London' },
  daniel: { id: 'U06DANIEL', name: 'Daniel Reyes', role: 'account_manager', tz: 'America/New_York' },
  hannah: { id: 'U07HANNAH', name: 'Hannah Cole', role: 'viewer', tz: 'Europe/London' },
};

export const personNames = Object.keys(samplePeople) as PersonName[];

export const emailOf = (name: PersonName) => `${name}@larkfield.example`;

export const sampleChannels = {
  collections: 'C01COLLECT',
  approvals: 'C02APPROVE',
  finance: 'C03FINANCE',
  accountManagers: 'C04ACCOUNTS',
  general: 'C05GENERAL',
} as const;

/** A role in people's words. */
const titleOf = (role: Role) => role.replaceAll('_', ' ');

/** The team as Slack knows it. */
export function slackUsers(): PlaygroundUser[] {
  return personNames.map((name) => {
    const { id, name: real_name, tz, role } = samplePeople[name];
    return { id, name, real_name, tz, title: titleOf(role), email: emailOf(name), locale: 'en-GB' };
  });
}

/** Where debts are spoken of is private, so that customers who are private persons may be named. */
export function slackChannels(): PlaygroundChannel[] {
  const ids = (...names: PersonName[]) => names.map((name) => samplePeople[name].id);
  const everybody = ids(...personNames);
  const desk = ids('nora', 'priya', 'jonas', 'tomas', 'grace');
  return [
    {
      id: sampleChannels.collections,
      name: 'collections',
      is_private: true,
      members: everybody,
      botIsMember: true,
      topic: 'What is overdue, who calls today, what was promised',
    },
    {
      id: sampleChannels.approvals,
      name: 'approvals',
      is_private: true,
      members: desk,
      botIsMember: true,
      topic: 'Final notices wait here for a manager: ✅ sends, ❌ does not',
    },
    {
      id: sampleChannels.finance,
      name: 'finance',
      is_private: true,
      members: ids('nora', 'tomas', 'grace'),
      botIsMember: true,
      topic: 'The week in figures, every Monday',
    },
    {
      id: sampleChannels.accountManagers,
      name: 'account-managers',
      members: everybody,
      botIsMember: true,
      topic: 'Customers whose account manager should know',
    },
    { id: sampleChannels.general, name: 'general', members: everybody, topic: 'Everything else' },
  ];
}
