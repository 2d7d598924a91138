import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contactAllowance, isStillAskedFor } from '../../src/core/contactRules.ts';
import { dayOf } from '../../src/core/day.ts';
import type {
  ActivityFact,
  ConditionFact,
  ContactFact,
  DebtorFact,
  DebtorFacts,
  MailedFact,
} from '../../src/core/facts.ts';
import type { Channel } from '../../src/core/noWayTo.ts';
import { disclosuresTo } from '../../src/core/regulationF.ts';
import { timeIn } from '../../src/core/zone.ts';
import { zonesOfPlace } from '../../src/core/zonesOfPlace.ts';
import { activity, contact, facts, weekdays } from './ladder.ts';

interface Asked {
  mailed?: readonly MailedFact[];
  activities?: ActivityFact[];
  conditions?: ConditionFact[];
  known?: Partial<ContactFact>;
  debtor?: Partial<DebtorFact>;
  channel?: Channel;
  requestedOn?: string;
}

/** Asks at a UTC instant; the debtor sits in New York, five hours behind (four from 8 March on). */
function ask(
  at: string,
  { activities = [], conditions = [], mailed, known = {}, debtor = {}, channel = 'call', requestedOn }: Asked,
) {
  return contactAllowance({
    facts: {
      debtor: { id: 'd', kind: 'business', country: 'US', zone: 'America/New_York', ...debtor },
      contacts: [],
      activities,
      conditions,
      mailed,
    },
    contact: contact('ana', known),
    channel,
    calendar: weekdays,
    now: new Date(at),
    requestedOn: requestedOn === undefined ? undefined : dayOf(requestedOn),
  });
}

const tried = (day: string, known: Partial<ActivityFact> = {}) =>
  activity('call', day, {
    contactId: 'ana',
    outcome: 'no_answer',
    rightParty: false,
    at: new Date(`${day}T15:00:00Z`),
    ...known,
  });
const talked = (day: string, known: Partial<ActivityFact> = {}) =>
  tried(day, { outcome: 'promised', rightParty: true, ...known });
const regF = { kind: 'individual', forAnotherCreditor: true } as const;

describe('calls by the house rules', () => {
  test('three a week, business hours of the customer', () => {
    expect(ask('2026-03-03T15:00:00Z', { activities: [tried('2026-03-02')] })).toEqual({
      allowed: true,
      used: 1,
      limit: 3,
      mayOverride: false,
      sentence: '1 of 3 calls in 7 days; allowed now',
    });
  });
  const week = [tried('2026-03-02'), tried('2026-03-03'), tried('2026-03-04')];
  const table: [string, string, Asked, string | undefined][] = [
    ['before nine over there', '2026-03-03T13:59:00Z', {}, '2026-03-03T14:00:00.000Z'],
    ['at nine over there', '2026-03-03T14:00:00Z', {}, undefined],
    ['at six in the evening over there', '2026-03-03T23:00:00Z', {}, '2026-03-04T14:00:00.000Z'],
    ['on a Saturday, with the clocks going forward', '2026-03-07T15:00:00Z', {}, '2026-03-09T13:00:00.000Z'],
    ['after three attempts', '2026-03-04T17:00:00Z', { activities: week }, '2026-03-09T13:00:00.000Z'],
    [
      'after three attempts, two of which did not count',
      '2026-03-04T17:00:00Z',
      {
        activities: [
          tried('2026-03-02', { outcome: 'wrong_number' }),
          tried('2026-03-03', { outcome: 'not_connected' }),
          tried('2026-03-04'),
        ],
      },
      undefined,
    ],
    [
      'after three attempts, one of which they asked for',
      '2026-03-04T17:00:00Z',
      { activities: [...week.slice(0, 2), tried('2026-03-04', { requested: true })] },
      undefined,
    ],
    [
      'after three attempts to somebody else',
      '2026-03-04T17:00:00Z',
      { activities: week.map((a) => ({ ...a, contactId: 'bo' })) },
      undefined,
    ],
    [
      'after three attempts, when they asked for a call',
      '2026-03-04T17:00:00Z',
      { activities: week, requestedOn: '2026-03-04' },
      undefined,
    ],
    [
      'after three attempts, when they asked long ago',
      '2026-03-04T17:00:00Z',
      { activities: week, requestedOn: '2026-02-24' },
      '2026-03-09T13:00:00.000Z',
    ],
    [
      'on the day of a conversation',
      '2026-03-03T17:00:00Z',
      { activities: [talked('2026-03-03')] },
      '2026-03-04T14:00:00.000Z',
    ],
    [
      'on the day of a conversation that they started',
      '2026-03-03T17:00:00Z',
      { activities: [talked('2026-03-03', { direction: 'in' })] },
      '2026-03-04T14:00:00.000Z',
    ],
  ];
  test.each(table)('%s', (_rule, at, asked, next) => {
    const { allowed, nextAt } = ask(at, asked);
    expect([allowed, nextAt?.toISOString()]).toEqual([next === undefined, next]);
  });
  test('the collector reads it before the call', () => {
    expect(ask('2026-03-04T17:00:00Z', { activities: week }).sentence).toBe(
      '3 of 3 calls in 7 days; next allowed Mon 09:00 their time',
    );
    expect(ask('2026-03-03T17:00:00Z', { activities: [talked('2026-03-03')] }).sentence).toBe(
      '1 of 3 calls in 7 days, last talk Tue; next allowed Wed 09:00 their time',
    );
  });
});

describe('calls to a private individual for another creditor (12 CFR 1006.6, 1006.14)', () => {
  const days = ['02', '03', '04', '05', '06', '07', '08'].map((day) => tried(`2026-03-${day}`));
  const table: [string, string, Asked, string | undefined][] = [
    ['six in seven days', '2026-03-07T20:00:00Z', { activities: days.slice(0, 6) }, undefined],
    ['seven in seven days', '2026-03-08T20:00:00Z', { activities: days }, '2026-03-09T12:00:00.000Z'],
    [
      'the seventh day from a talk',
      '2026-03-08T20:00:00Z',
      { activities: [talked('2026-03-02')] },
      '2026-03-09T12:00:00.000Z',
    ],
    ['the eighth day', '2026-03-09T20:00:00Z', { activities: [talked('2026-03-02')] }, undefined],
    ['a Sunday', '2026-03-08T20:00:00Z', {}, undefined],
    ['before eight in the morning', '2026-03-03T12:59:00Z', {}, '2026-03-03T13:00:00.000Z'],
    [
      'an email at nine in the evening',
      '2026-03-04T02:00:00Z',
      { channel: 'email' },
      '2026-03-04T13:00:00.000Z',
    ],
    ['a letter at nine in the evening', '2026-03-04T02:00:00Z', { channel: 'letter' }, undefined],
  ];
  test.each(table)('%s', (_rule, at, asked, next) => {
    const debtor = { ...regF, validationNoticeOn: dayOf('2026-01-05') };
    const { nextAt, mayOverride } = ask(at, { debtor, ...asked });
    expect(nextAt?.toISOString()).toBe(next);
    expect(mayOverride).toBe(false);
  });
});

describe('what nobody overrides', () => {
  const at = '2026-03-03T15:00:00Z';
  const table: [string, Asked][] = [
    ['a contact who is not to be contacted', { known: { doNotContact: true } }],
    ['a refused channel', { known: { refusedChannels: ['call'] } }],
    ['a mailbox is nobody to call', { known: { isMailbox: true } }],
    ['a number that is dead', { known: { deadChannels: ['call'] } }],
    ...(['cease', 'insolvency', 'representation', 'breathing_space'] as const).map(
      (kind): [string, Asked] => [kind, { conditions: [{ kind, sinceOn: dayOf('2026-03-01') }] }],
    ),
  ];
  test.each(table)('%s', (_rule, asked) => {
    expect(ask(at, asked)).toMatchObject({ allowed: false, mayOverride: false });
    expect(ask(at, asked).nextAt).toBeUndefined();
  });
  test('a condition that has ended holds nobody back', () => {
    const ended = { kind: 'cease', sinceOn: dayOf('2026-02-01'), endedOn: dayOf('2026-03-03') } as const;
    expect(ask(at, { conditions: [ended] }).allowed).toBe(true);
  });
});

describe('somebody who is on file twice', () => {
  const ana = contact('ana', { name: 'Ana Lopez' });
  const twin = contact('twin', { name: 'A. Lopez', phone: '(44) 20 7946 0018', email: undefined });
  const namesake = contact('tom', { name: 'Tom Lopez', email: undefined });
  const asked = (of: ContactFact, entries: ContactFact[], known: Partial<DebtorFacts> = {}) =>
    contactAllowance({
      facts: facts({ contacts: entries, ...known }),
      contact: of,
      channel: 'call',
      calendar: weekdays,
      now: new Date('2026-03-05T15:00:00Z'),
    });
  const table: [string, Partial<ContactFact>, string][] = [
    ['refused calls', { refusedChannels: ['call'] }, 'A. Lopez refused calls'],
    ['is not to be contacted', { doNotContact: true }, 'A. Lopez is not to be contacted'],
  ];
  test.each(table)('%s by whichever entry', (_what, known, sentence) => {
    const entries = [{ ...ana, ...known }, twin, namesake];
    expect(asked(twin, entries)).toEqual({ allowed: false, mayOverride: false, sentence });
    expect(asked(namesake, entries).allowed).toBe(true);
  });
  test('is called as often as one person, each day and each week', () => {
    const calls = [tried('2026-03-03'), tried('2026-03-04', { contactId: 'twin' }), tried('2026-03-05')];
    for (const of of [ana, twin])
      expect(asked(of, [ana, twin, namesake], { activities: calls })).toMatchObject({
        used: 3,
        allowed: false,
      });
    expect(asked(namesake, [ana, twin, namesake], { activities: calls })).toMatchObject({ used: 0 });
  });
  test('has the law’s seven calls, not seven an entry', () => {
    const debtor = { id: 'd', country: 'US', zone: 'America/New_York', ...regF };
    const week = ['27', '28'].map((day) => tried(`2026-02-${day}`));
    const calls = [...week, ...['01', '02', '03', '04', '05'].map((day) => tried(`2026-03-${day}`))];
    expect(asked(twin, [ana, twin], { debtor, activities: calls })).toMatchObject({
      used: 7,
      allowed: false,
    });
  });
});

test('a mailbox takes one message a business day', () => {
  const asked: Asked = {
    channel: 'email',
    known: { isMailbox: true },
    activities: [activity('email', '2026-03-06', { contactId: 'ana' })],
  };
  expect(ask('2026-03-06T20:00:00Z', asked).nextAt?.toISOString()).toBe('2026-03-09T04:00:00.000Z');
  expect(ask('2026-03-09T15:00:00Z', asked).allowed).toBe(true);
});

test.each([
  ['the same mailbox, however it is written', 'ana@northwind.example', true, '2026-03-09T04:00:00.000Z'],
  ['another mailbox', 'other@northwind.example', true, undefined],
  ['a person', 'ana@northwind.example', false, undefined],
])('what went out for another account today counts for %s', (_whose, email, isMailbox, next) => {
  const mailed = [{ email, at: new Date('2026-03-06T15:00:00Z') }];
  const known = { isMailbox, email: 'Ana@Northwind.example' };
  const { nextAt } = ask('2026-03-06T20:00:00Z', { channel: 'email', known, mailed });
  expect(nextAt?.toISOString()).toBe(next);
  expect(ask('2026-03-09T15:00:00Z', { channel: 'email', known, mailed }).allowed).toBe(true);
});

test('a call they asked for is one for seven days', () => {
  const asked = dayOf('2026-03-02');
  expect([dayOf('2026-03-09'), dayOf('2026-03-10')].map((on) => isStillAskedFor(asked, on))).toEqual([
    true,
    false,
  ]);
});

describe('the validation notice of Regulation F', () => {
  const at = '2026-03-03T15:00:00Z';
  const table: [string, Partial<DebtorFact>, Channel, boolean][] = [
    ['nothing is written before it', regF, 'email', false],
    ['nor texted', regF, 'text', false],
    ['calls need none before them', regF, 'call', true],
    ['written to once it is on record', { ...regF, validationNoticeOn: dayOf('2026-03-02') }, 'email', true],
    ['outside the USA', { ...regF, country: 'GB' }, 'email', true],
    ['a business', { ...regF, kind: 'business' }, 'email', true],
    ['a customer of our own', { ...regF, forAnotherCreditor: false }, 'email', true],
  ];
  test.each(table)('%s', (_, debtor, channel, allowed) => {
    expect(ask(at, { debtor, channel }).allowed).toBe(allowed);
  });

  test('who writes, and how to opt out, stands in every message to them', () => {
    const debtor = { id: 'd', country: 'US', zone: 'America/New_York', ...regF };
    expect(disclosuresTo(debtor)).toHaveLength(2);
    expect(disclosuresTo({ ...debtor, country: 'IE' })).toHaveLength(1);
    expect(disclosuresTo({ ...debtor, kind: 'sole_trader' })).toEqual([]);
    expect(disclosuresTo({ ...debtor, forAnotherCreditor: false })).toEqual([]);
  });
});

describe('where it is not known in which zone of the country they live', () => {
  const anywhere = { zones: zonesOfPlace('US', undefined), validationNoticeOn: dayOf('2026-01-05') };
  const table: [string, string, Asked, string | undefined][] = [
    // Honolulu is five hours behind New York in winter, six in summer
    ['08:10 in New York', '2026-03-03T13:10:00Z', { debtor: regF }, '2026-03-03T18:00:00.000Z'],
    ['13:00 in New York', '2026-03-03T18:00:00Z', { debtor: regF }, undefined],
    ['21:00 in New York', '2026-03-04T02:00:00Z', { debtor: regF }, '2026-03-04T18:00:00.000Z'],
    ['01:00 in New York', '2026-07-01T05:00:00Z', { debtor: regF }, '2026-07-01T18:00:00.000Z'],
    ['an email', '2026-03-03T13:10:00Z', { debtor: regF, channel: 'email' }, '2026-03-03T18:00:00.000Z'],
    ['a letter', '2026-03-03T13:10:00Z', { debtor: regF, channel: 'letter' }, undefined],
    [
      'our own customer',
      '2026-03-03T15:00:00Z',
      { debtor: { kind: 'individual' } },
      '2026-03-03T19:00:00.000Z',
    ],
    ['a business, whose office hours are the house’s own', '2026-03-03T15:00:00Z', {}, undefined],
  ];
  test.each(table)('%s', (_what, at, asked, next) => {
    const { nextAt, allowed, sentence } = ask(at, { ...asked, debtor: { ...asked.debtor, ...anywhere } });
    expect(nextAt?.toISOString()).toBe(next);
    expect(allowed).toBe(next === undefined);
    if (next) expect(sentence).toContain('in New York, as they may live in several zones');
  });

  test.each([
    ['KY', '08:05 in Louisville, 07:05 in Bowling Green', '2026-11-24T13:05:00Z', false],
    ['Kentucky', '09:00 in Louisville, 08:00 in Bowling Green', '2026-11-24T14:00:00Z', true],
    ['ND', '08:05 in Fargo, 07:05 in Dickinson', '2026-11-24T14:05:00Z', false],
    ['OR', '20:30 in Portland, 21:30 in Malheur', '2026-11-25T04:30:00Z', false],
    ['AK', '08:05 in Anchorage, 07:05 in Adak', '2026-11-24T17:05:00Z', false],
    ['NV', '20:05 in Reno, 21:05 in West Wendover', '2026-11-25T04:05:00Z', false],
    ['TN', '08:05 in Memphis, 09:05 in Knoxville', '2026-11-24T14:05:00Z', true],
    ['OH', '08:05 in Columbus', '2026-11-24T13:05:00Z', true],
  ])('of a state by every clock in it: %s, %s', (region, _what, at, allowed) => {
    const zones = zonesOfPlace('US', region);
    const [zone = ''] = zones;
    expect(ask(at, { debtor: { ...regF, country: 'US', zone, zones } }).allowed).toBe(allowed);
  });

  test('somebody of another account of the group by what is known of that account', () => {
    const known = { zone: 'America/Denver', zones: undefined };
    const inDenver = { debtor: { ...regF, ...anywhere }, known };
    expect(ask('2026-03-03T15:00:00Z', inDenver).allowed).toBe(true);
  });

  test('zones so far apart that they have no office hour in common leave the main one’s', () => {
    const zones = zonesOfPlace('RU', undefined);
    const debtor = { kind: 'individual', country: 'RU', zone: 'Europe/Moscow', zones } as const;
    expect(ask('2026-03-03T06:00:00Z', { debtor }).allowed).toBe(true);
    expect(ask('2026-03-03T05:59:00Z', { debtor }).nextAt?.toISOString()).toBe('2026-03-03T06:00:00.000Z');
  });

  test('a call is allowed, or named as allowed next, at no hour that is forbidden anywhere', () => {
    const instant = fc.date({
      min: new Date('2026-01-01'),
      max: new Date('2027-12-31'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(instant, (at) => {
        const { allowed, nextAt } = ask(at.toISOString(), { debtor: { ...regF, ...anywhere } });
        const times = anywhere.zones.map((zone) => timeIn(zone, nextAt ?? at));
        expect(times.filter((time) => time < '08:00' || time >= '21:00')).toEqual([]);
        expect(allowed).toBe(
          anywhere.zones.every((z) => timeIn(z, at) >= '08:00' && timeIn(z, at) < '21:00'),
        );
      }),
    );
  });
});
