import fc from 'fast-check';
import { expect, test } from 'vitest';
import { copiesAlong, MOST_BYTES_ALONG } from '../../src/core/copiesAlong.ts';

test('copies go along in their order, never more bytes than a mail may have, and none is left out that has room', () => {
  const copyBytes = fc.option(fc.integer({ min: 1, max: MOST_BYTES_ALONG + 1 }), { nil: undefined });
  fc.assert(
    fc.property(fc.array(fc.record({ copyBytes }), { maxLength: 12 }), (invoices) => {
      const along = copiesAlong(invoices);
      const sum = along.reduce((bytes, invoice) => bytes + (invoice.copyBytes ?? 0), 0);
      expect(sum).toBeLessThanOrEqual(MOST_BYTES_ALONG);
      expect(along).toEqual(invoices.filter((invoice) => along.includes(invoice)));
      for (const left of invoices)
        if (left.copyBytes !== undefined && !along.includes(left))
          expect(sum + left.copyBytes).toBeGreaterThan(MOST_BYTES_ALONG);
    }),
  );
});
