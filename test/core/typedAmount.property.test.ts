import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseAmount } from '../../src/core/parseAmount.ts';
import { typedAmount } from '../../src/core/typedAmount.ts';

it('what a form is filled in with is read back as the same amount, in every currency and manner', () => {
  fc.assert(
    fc.property(
      fc.bigInt({ min: 1n, max: 10n ** 15n }),
      fc.constantFrom('EUR', 'GBP', 'JPY', 'KWD', 'CHF', 'HUF'),
      fc.constantFrom('en-GB', 'en-US', 'de-DE', 'de-CH', 'fr-FR', 'ar-EG', 'hi-IN', 'sv-SE'),
      (minor, currency, locale) => {
        const text = typedAmount(minor, currency, locale);
        expect(parseAmount(text, { currency, locale })).toMatchObject({ minor });
      },
    ),
  );
});
