import type { CastMember } from '../SampleDebtor.ts';

/** Customers in Britain, in pounds. */
export const castGb: readonly CastMember[] = [
  {
    name: 'Harbour & Finch Catering Ltd',
    contact: 'Jane Finch',
    open: [
      [16, 1840],
      [-9, 1210.4],
    ],
    owner: 'nora',
  },
  {
    name: 'Kestrel Joinery Ltd',
    contact: 'Martin Kestrel',
    open: [
      [79, 6240.5],
      [20, 1130],
    ],
    story: { notice: 'asked' },
  },
  {
    name: 'Ashdown Print Works Ltd',
    contact: 'Helen Ashdown',
    open: [[78, 3915.2]],
    story: { notice: 'overtaken' },
  },
  {
    name: 'Morley & Tate Solicitors LLP',
    contact: 'Gareth Tate',
    open: [
      [86, 8420],
      [41, 2960],
    ],
    story: { notice: 'sent' },
  },
  {
    name: 'Penrose Dental Group',
    contact: 'Ruth Penrose',
    open: [
      [30, 2748.6],
      [3, 512],
    ],
  },
  {
    name: 'Oakhurst Timber Merchants Ltd',
    contact: 'Alan Oakes',
    open: [[33, 3150]],
    story: {
      quietFor: 6,
      events: [
        {
          kind: 'call',
          daysAgo: 6,
          outcome: 'promised',
          notes: 'Cash was tied up in a delivery. Pays by transfer, asked for a copy of the invoice: sent.',
          promise: { share: 1, daysAgo: 0 },
        },
      ],
    },
  },
  {
    name: 'Rowan Street Bakery',
    kind: 'sole_trader',
    contact: 'Ellie Rowan',
    open: [
      [31, 864.75],
      [-4, 431.2],
    ],
    story: {
      events: [
        {
          kind: 'call',
          daysAgo: 16,
          outcome: 'promised',
          notes: 'Invoice had gone to the old address.',
          promise: { share: 1, daysAgo: 9 },
        },
      ],
      paid: [[9, 864.75]],
    },
  },
  {
    name: 'Marlowe Interiors Ltd',
    contact: 'Imogen Marlowe',
    open: [[38, 4380]],
    story: {
      quietFor: 8,
      events: [
        {
          kind: 'call',
          daysAgo: 8,
          outcome: 'promised',
          notes: 'Waits for a customer of her own to pay. Will transfer before the weekend.',
          promise: { share: 1, daysAgo: 1 },
        },
      ],
    },
  },
  {
    name: 'Thistle & Wren Events Ltd',
    contact: 'Callum Wren',
    open: [[13, 1575]],
    story: {
      events: [
        {
          kind: 'call',
          daysAgo: 1,
          outcome: 'call_back',
          notes: 'On site at a wedding, asked to be rung again.',
          callBackIn: 1,
        },
      ],
    },
  },
  {
    name: 'Eastgate Pharmacy Group Ltd',
    contact: 'Nadia Rahman',
    open: [
      [24, 1320],
      [9, 980],
    ],
    credit: 1450,
  },
  {
    name: 'Pinewood Primary School Trust',
    contact: 'Fiona Barr',
    open: [[19, 1412.4]],
    story: { paid: [[6, 1400]] },
  },
  {
    name: 'Copperfield Books Ltd',
    contact: 'David Peggot',
    open: [[22, 745.3]],
    story: {
      quietFor: 2,
      events: [
        { kind: 'call', daysAgo: 1, outcome: 'paid', notes: 'Says it went out with yesterday’s run.' },
      ],
    },
  },
  {
    name: 'Blue Heron Veterinary Practice',
    contact: 'Sian Heron',
    open: [[28, 1968]],
    story: {
      events: [
        { kind: 'reply', daysAgo: 1, reply: 'query', notes: 'Asks which delivery the second line is for.' },
      ],
    },
  },
  {
    name: 'Ironbridge Climbing Centre Ltd',
    contact: 'Pete Dale',
    open: [[15, 690]],
    noEmail: true,
    story: { quietFor: 60 },
  },
  {
    name: 'Severn Valley Plumbing Supplies',
    contact: 'Owen Pryce',
    open: [
      [64, 5210],
      [35, 2240],
      [6, 1870],
    ],
  },
  { name: 'Lantern Street Theatre', contact: 'Bea Holloway', open: [[9, 2310]], owner: null },
  { name: 'Quayside Fitness Ltd', contact: 'Marcus Bell', open: [[7, 1122]] },
  { name: 'Millbrook Farm Shop', kind: 'sole_trader', contact: 'Tessa Mill', open: [[8, 388.5]] },
  { name: 'Hollis & Daughters Bakery Ltd', contact: 'Rose Hollis', open: [[-7, 1530]] },
  {
    name: 'Ferncliff Care Homes Ltd',
    contact: 'Janet Moss',
    open: [
      [-3, 9840],
      [-18, 9840],
    ],
  },
  {
    name: 'Stonebeck Brewery Ltd',
    contact: 'Ivan Stone',
    open: [
      [0, 3265],
      [-14, 2980],
    ],
    owner: 'nora',
  },
  { name: 'Cygnet Nursery Schools', contact: 'Amy Swann', open: [[12, 804]], paysAfter: 12 },
  {
    name: 'Arkwright Tooling Ltd',
    contact: 'Neil Arkwright',
    open: [[101, 4260]],
    story: { formal: [{ stage: 'final_notice', daysAgo: 20 }], notice: 'to_post' },
  },
  { name: 'Mr Edwin Calder', kind: 'individual', contact: 'Edwin Calder', open: [[21, 268]] },
  { name: 'Mrs Adaeze Obi', kind: 'individual', contact: 'Adaeze Obi', open: [[5, 194.5]] },
  {
    name: 'Westmere Rowing Club',
    contact: 'Hugh Corrie',
    mailGone: true,
    open: [
      [-12, 720],
      [-1, 455],
    ],
  },
];
