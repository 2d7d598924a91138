import fc from 'fast-check';

/** An invoice of a story: due so many days after its start, and known so many days after it was issued. */
export interface Arrival {
  readonly due: number;
  readonly amount: number;
  readonly currency: string;
  readonly late: number;
}

/** Something that happens to a debtor on a day of the story. */
export interface Happening {
  /** the day on which it happens */
  readonly day: number;
  readonly what: (typeof happenings)[number];
  /** the invoice that it is about */
  readonly which: number;
  readonly size: number;
  /** days after which it becomes known */
  readonly late: number;
}

export const happenings = [
  'pays',
  'pays_part',
  'pays_too_much',
  'is_returned',
  'gets_credit',
  'gets_credit_note',
  'promises',
  'agrees_plan',
  'disputes',
  'disputes_part',
  'is_on_hold',
  'seen_at_bank',
  'says_it_is_paid',
  'replies',
  'talks',
  'gets_a_statement',
  'goes_missing',
  'under_protection',
  'to_be_written_off',
] as const;

const late = fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.integer({ min: 1, max: 25 }));

/** Invoices that fall due within so many days, some of which arrive long after they were issued. */
export const arrivals = (most: {
  readonly days: number;
  readonly invoices: number;
}): fc.Arbitrary<Arrival[]> =>
  fc.array(
    fc.record({
      due: fc.integer({ min: -90, max: most.days - 90 }),
      amount: fc.integer({ min: 10, max: 90_000 }),
      currency: fc.constantFrom('EUR', 'EUR', 'GBP'),
      late: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.integer({ min: 1, max: 80 })),
    }),
    { minLength: 1, maxLength: most.invoices },
  );

/** What happens within so many days, in any order, some of it known late. */
export const happeningsOf = (most: {
  readonly days: number;
  readonly invoices: number;
  readonly happenings: number;
  /** what may happen; everything unless told */
  readonly among?: readonly Happening['what'][];
}): fc.Arbitrary<Happening[]> =>
  fc.array(
    fc.record({
      day: fc.integer({ min: 0, max: most.days }),
      what: fc.constantFrom(...(most.among ?? happenings)),
      which: fc.nat({ max: most.invoices - 1 }),
      size: fc.integer({ min: 0, max: 30 }),
      late,
    }),
    { maxLength: most.happenings },
  );

/** Whether it was agreed with the customer when money is to come: one agreement takes the place of another on the same invoice. */
export function isAgreement({ what }: Pick<Happening, 'what'>): boolean {
  return what === 'promises' || what === 'agrees_plan';
}

/** Whether it changes what promises are judged by: money, and what puts their judging off. */
export function isJudgedBy({ what }: Happening): boolean {
  return what.startsWith('pays') || what === 'is_returned' || rests.has(what);
}

const rests: ReadonlySet<Happening['what']> = new Set([
  'disputes',
  'disputes_part',
  'is_on_hold',
  'seen_at_bank',
  'says_it_is_paid',
  'goes_missing',
]);

/** Whether somebody agreed who does not pay: the agreements of the book take it from the size. */
export function isUnconfirmed(happening: Happening): boolean {
  return isAgreement(happening) && happening.size % 7 === 2;
}

/** Whether a manager has still to agree to it: the agreements of the book take it from the size. */
export function awaitsManager(happening: Pick<Happening, 'what' | 'size'>): boolean {
  return isAgreement(happening) && happening.size % (happening.what === 'promises' ? 5 : 7) === 0;
}
