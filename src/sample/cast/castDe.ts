import type { CastMember } from '../SampleDebtor.ts';

/** Customers in Germany, in euros. */
export const castDe: readonly CastMember[] = [
  {
    name: 'Falkenried Maschinenbau GmbH',
    contact: 'Katrin Falk',
    open: [
      [81, 7912],
      [17, 2205],
    ],
    story: { notice: 'approved' },
  },
  {
    name: 'Sundermann Logistik GmbH',
    contact: 'Uwe Sundermann',
    open: [
      [60, 6480],
      [26, 3190],
    ],
  },
  {
    name: 'Nordlicht Reklame GmbH',
    contact: 'Silke Brandt',
    open: [[36, 2400]],
    story: {
      quietFor: 7,
      events: [
        {
          kind: 'call',
          daysAgo: 7,
          outcome: 'promised',
          notes: 'Half is certain, says the rest comes with it if her bank plays along.',
          promise: { share: 1, daysAgo: -1 },
        },
      ],
    },
  },
  {
    name: 'Weststadt Elektro GmbH',
    contact: 'Frank Reuter',
    open: [[48, 5200]],
    story: {
      events: [
        {
          kind: 'call',
          daysAgo: 21,
          outcome: 'promised',
          notes: 'Promised all of it for the end of that week.',
          promise: { share: 1, daysAgo: 14 },
        },
      ],
      paid: [[13, 2600]],
    },
  },
  {
    name: 'Stahlwerk Brenner AG',
    contact: 'Dr. Heike Brenner',
    open: [
      [72, 28400],
      [44, 12750],
      [11, 9300],
    ],
  },
  {
    name: 'Hartmann Stuckateur',
    kind: 'sole_trader',
    contact: 'Bernd Hartmann',
    open: [[40, 1325]],
    story: {
      quietFor: 5,
      events: [
        {
          kind: 'call',
          daysAgo: 4,
          outcome: 'hardship',
          notes: 'Ill since last month, back at work next week. Wants to talk about instalments then.',
          holdFor: 8,
        },
      ],
    },
  },
  { name: 'Lindenhof Gärtnerei', kind: 'sole_trader', contact: 'Petra Linden', open: [[21, 612.9]] },
  { name: 'Café Morgenstern', kind: 'sole_trader', contact: 'Yusuf Demir', open: [[7, 344.2]] },
  { name: 'Brückner & Söhne OHG', contact: 'Jens Brückner', open: [[14, 4115]] },
  {
    name: 'Isarwerk Medizintechnik GmbH',
    contact: 'Lena Vogel',
    open: [
      [-2, 11280],
      [-20, 6940],
    ],
  },
  {
    name: 'Kranich Verlag GmbH',
    contact: 'Matthias Kran',
    open: [[124, 1895]],
    story: {
      formal: [
        { stage: 'final_notice', daysAgo: 43 },
        { stage: 'demand_letter', daysAgo: 26 },
      ],
    },
  },
  {
    name: 'Hafenkontor Spedition GmbH',
    contact: 'Anke Harms',
    open: [
      [80, 4870],
      [30, 1560],
    ],
    story: { notice: 'unsure' },
  },
  {
    name: 'Rheinbogen Hotels GmbH',
    contact: 'Claudia Simon',
    open: [
      [10, 3640],
      [-6, 2280],
    ],
  },
  { name: 'Tannengrund Möbel GmbH', contact: 'Holger Tann', open: [[-7, 5175]] },
  { name: 'Optik Silbersee', contact: 'Miriam Sander', open: [[46, 978]] },
  { name: 'Frau Renate Vogt', kind: 'individual', contact: 'Renate Vogt', open: [[14, 236.4]] },
  {
    name: 'Wollgast Textil GmbH',
    contact: 'Dirk Wollgast',
    open: [
      [29, 2390],
      [-11, 1740],
    ],
    owner: null,
  },
  {
    name: 'Pfalzkeller Weinhandel GmbH',
    contact: 'Sabine Keller',
    open: [
      [-15, 3300],
      [-29, 1180],
    ],
    givesOrderNumbers: true,
  },
];
