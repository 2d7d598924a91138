/** How a customer deals with what was promised. */
export type PromiseHabit = 'keeps' | 'in_part' | 'breaks';

/** Money that comes whatever is done: the business day after the first, and the share of what is overdue that is paid. */
export interface Arrival {
  readonly onDay: number;
  readonly share: number;
}

/** The customers whose money tells the sample's story, by name; the others follow their habits alone. */
export const arrivals: Readonly<Record<string, Arrival>> = {
  // approved the evening before, paid before the notice went out
  'Ashdown Print Works Ltd': { onDay: 0, share: 1 },
  // while its approval waits
  'Brightwater Hotels Inc.': { onDay: 1, share: 1 },
  // said that it had paid
  'Copperfield Books Ltd': { onDay: 1, share: 1 },
  'Severn Valley Plumbing Supplies': { onDay: 4, share: 0.4 },
  // once its supply was stopped
  'Cobalt Ridge Outfitters LLC': { onDay: 5, share: 1 },
  // as late as ever
  'Cygnet Nursery Schools': { onDay: 5, share: 1 },
  // to us, though an agency asks for it
  'Sandpiper Beach Rentals': { onDay: 4, share: 1 },
};

/** Money that names no invoice and is no invoice's amount, with its words: what it is for only finance can say. */
export const deposits: Readonly<
  Record<string, { readonly onDay: number; readonly amount: bigint; readonly reference: string }>
> = {
  'Stahlwerk Brenner AG': { onDay: 0, amount: 350_000n, reference: 'AKONTO RAHMENVERTRAG' },
};

export const promiseHabits: Readonly<Record<string, PromiseHabit>> = {
  'Oakhurst Timber Merchants Ltd': 'keeps',
  'Harbour & Finch Catering Ltd': 'keeps',
  'Nordlicht Reklame GmbH': 'in_part',
  'Marlowe Interiors Ltd': 'breaks',
  'Granite Peak Builders Inc.': 'breaks',
};

/** Customers whom no reminder moves: what becomes of them is up to whoever works the ledger. */
export const unmoved: ReadonlySet<string> = new Set([
  ...Object.keys(arrivals),
  ...Object.keys(promiseHabits),
  'Kestrel Joinery Ltd',
  'Morley & Tate Solicitors LLP',
  'Falkenried Maschinenbau GmbH',
  'Copper Canyon Supply LLC',
  'Sundermann Logistik GmbH',
  'Stahlwerk Brenner AG',
  'Hafenkontor Spedition GmbH',
  'Penrose Dental Group',
  'Eastgate Pharmacy Group Ltd',
  'Pinewood Primary School Trust',
  'Ironbridge Climbing Centre Ltd',
  'Thistle & Wren Events Ltd',
  'Hartmann Stuckateur',
  'Tidewater Marine Supply Co.',
  'Juniper Wellness Clinics',
  'Blue Heron Veterinary Practice',
  'Weststadt Elektro GmbH',
  'Quayside Fitness Ltd',
  'Lantern Street Theatre',
  'Arkwright Tooling Ltd',
  'Kranich Verlag GmbH',
]);
