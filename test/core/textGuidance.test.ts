import { expect, it } from 'vitest';
import { debtorKinds } from '../../src/core/debtorKinds.ts';
import { textGuidance } from '../../src/core/textGuidance.ts';

/** The words that would go out, between the quotation marks. */
const wordsOf = (guidance: string) => /“([^”]+)”/.exec(guidance)?.[1] ?? '';

it.each(debtorKinds)(
  'a text message to a %s says who writes and thanks, in the words used to the outside',
  (kind) => {
    const words = wordsOf(textGuidance({ kind }));
    expect(words).toMatch(/this is Colin.*Thank you/);
    expect(textGuidance({ kind })).not.toMatch(
      /debt|collect|delinquen|default|legal|\bcourt\b|must pay|overdue/i,
    );
    expect(words.length).toBeLessThanOrEqual(160);
  },
);

it.each(['individual', 'sole_trader'] as const)(
  'one to a %s tells nobody who sees it what it is about',
  (kind) => {
    expect(wordsOf(textGuidance({ kind }))).not.toMatch(/invoice|account|pay|money|owe|\d/i);
  },
);

it('a private individual whose creditor is another gets a way out of further ones', () => {
  expect(textGuidance({ kind: 'individual', forAnotherCreditor: true })).toMatch(/no more texts/);
  expect(textGuidance({ kind: 'business', forAnotherCreditor: true })).not.toMatch(/no more texts/);
});
