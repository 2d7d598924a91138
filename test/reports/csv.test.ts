import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CsvCell, csv } from '../../src/reports/csv.ts';

const read = (file: string): string[][] => parse(file, { bom: true, relax_column_count: true });

describe('figures as CSV', () => {
  it('opens in a spreadsheet: marked UTF-8, quoted where needed, amounts plain', () => {
    const file = csv(['customer', 'currency', 'past due'], [['Żółć, "Müller"', 'EUR', '-1284.50']]);
    expect(file).toBe('\uFEFFcustomer,currency,past due\r\n"Żółć, ""Müller""",EUR,-1284.50\r\n');
  });

  it.each([
    '=1+1',
    '+44 117',
    '-2+3',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '=HYPERLINK("http://x","y")',
    '-',
    '+1e5',
    '-1,5',
  ])('a name that reads %j does not run as a formula', (name) => {
    expect(read(csv(['name'], [[name]]))[1]).toEqual([`'${name}`]);
  });

  it.each(['-1', '+1', '-0.50', '12', -3, 4n, -4n])('%s stays a number', (amount: CsvCell) => {
    expect(read(csv(['amount'], [[amount]]))[1]).toEqual([String(amount)]);
  });

  it('whatever is typed comes back as typed, or with one apostrophe before it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (typed) => {
        const cell = read(csv(['a', 'b'], [[typed, 'end']]))[1]?.[0] ?? '';
        expect([typed, `'${typed}`]).toContain(cell);
        expect(cell).not.toMatch(/^[=@\t\r]/);
      }),
    );
  });
});
