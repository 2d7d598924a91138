import type { CastMember } from '../SampleDebtor.ts';

/** Customers in the United States, in dollars. */
export const castUs: readonly CastMember[] = [
  {
    name: 'Brightwater Hotels Inc.',
    contact: 'Denise Carver',
    open: [[77, 5430]],
    story: { notice: 'asked_elsewhere' },
  },
  {
    name: 'Copper Canyon Supply LLC',
    contact: 'Luis Ortega',
    open: [
      [76, 4860],
      [18, 1990],
    ],
    story: { notice: 'last_call' },
  },
  { name: 'Cobalt Ridge Outfitters LLC', contact: 'Kelly Monroe', open: [[66, 3745]] },
  {
    name: 'Granite Peak Builders Inc.',
    contact: 'Walt Jensen',
    open: [
      [57, 9650],
      [27, 4400],
    ],
    story: {
      events: [
        {
          kind: 'call',
          daysAgo: 34,
          outcome: 'promised',
          notes: 'Will wire it when the draw on the Aspen job comes in.',
          promise: { share: 1, daysAgo: 27 },
        },
        {
          kind: 'call',
          daysAgo: 20,
          outcome: 'promised',
          notes: 'Same story, a new date.',
          promise: { share: 0.8, daysAgo: 13 },
        },
      ],
    },
  },
  {
    name: 'Tidewater Marine Supply Co.',
    contact: 'Joan Barlow',
    open: [
      [47, 6120],
      [12, 2275],
    ],
    story: {
      quietFor: 9,
      events: [
        {
          kind: 'call',
          daysAgo: 9,
          outcome: 'disputes',
          notes: 'Two of six pallets arrived wet, photos are promised.',
        },
      ],
    },
  },
  {
    name: 'Juniper Wellness Clinics',
    contact: 'Dr. Amara Singh',
    open: [[34, 3980]],
    story: {
      quietFor: 3,
      events: [
        {
          kind: 'call',
          daysAgo: 1,
          outcome: 'promised',
          notes: 'Insurer pays them once a month. Nothing before the end of next month, then all of it.',
          promise: { share: 1, daysAgo: -29 },
        },
      ],
    },
  },
  { name: 'Red Mesa Roasters', kind: 'sole_trader', contact: 'Tom Yazzie', open: [[9, 415]] },
  {
    name: 'Larchmont Pediatrics',
    contact: 'Carol Whelan',
    open: [
      [15, 1684.25],
      [-5, 940],
    ],
  },
  {
    name: 'Prairie Sky Schools Foundation',
    contact: 'Beth Lindgren',
    open: [
      [-7, 2460],
      [-28, 2460],
    ],
    givesOrderNumbers: true,
  },
  { name: 'Fulton & Graves Architects', contact: 'Paul Graves', open: [[21, 3275]] },
  {
    name: 'Sandpiper Beach Rentals',
    contact: 'Monica Diaz',
    open: [[141, 3190]],
    story: {
      formal: [
        { stage: 'final_notice', daysAgo: 60 },
        { stage: 'demand_letter', daysAgo: 43 },
      ],
      handedOff: {
        daysAgo: 12,
        plan: {
          toKind: 'agency',
          toName: 'Pennant & Rook Recoveries',
          fee: '18 % of what comes in',
          relationship: 'No order since the spring',
          recovery: 'US$570 at most against a debt that they have never denied',
          solvency: 'Trades, and takes bookings for next summer',
          keepCustomer: false,
        },
      },
    },
  },
  { name: 'Ms Loretta Hughes', kind: 'individual', contact: 'Loretta Hughes', open: [[34, 310]] },
  {
    name: 'Ridgeline Brewing Co.',
    contact: 'Sam Porter',
    open: [
      [0, 2845],
      [-16, 1320],
    ],
  },
  { name: 'Union Street Hardware', contact: 'Gloria Banks', open: [[-10, 1765]] },
  {
    name: 'Meridian Trail Bikes LLC',
    contact: 'Chris Nolan',
    open: [
      [52, 4290],
      [22, 1605],
    ],
  },
  { name: 'Keystone Community Theater', contact: 'Ann Rossi', open: [[6, 560]] },
];
