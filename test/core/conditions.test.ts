import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  activeConditions,
  conditionNames,
  conditionWords,
  isConditionKind,
} from '../../src/core/conditions.ts';
import { contactStops } from '../../src/core/contactStops.ts';
import { type Day, dayOf } from '../../src/core/day.ts';
import { findCondition } from '../../src/core/findCondition.ts';
import { namesOtherAccount } from '../../src/core/namesOtherAccount.ts';
import { on as decidedOn, invoice } from './ladder.ts';

test.each([
  ['asks us to cease calling', 'cease'],
  ['said stop calling me', 'cease'],
  ['don’t contact us again', 'cease'],
  ['breathing space since monday', 'breathing_space'],
  ['insolvent, letter of 3 Nov', 'insolvency'],
  ['administrators appointed', 'insolvency'],
  ['her solicitor wrote', 'representation'],
  ['Mr Miller died in October', 'bereavement'],
  ['vulnerable', 'vulnerability'],
  ['they paid to another account', 'bank_details'],
  ['mail names new bank details', 'bank_details'],
  ['they paid into somebody else’s account', 'bank_details'],
  ['says their supplier’s IBAN has changed', 'bank_details'],
  ['wants our bank details in writing', 'bank_details'],
  ['has a new account manager', undefined],
  ['will pay on friday', undefined],
  ['', undefined],
])('%s: %s', (words, kind) => {
  expect(findCondition(words)).toBe(kind);
});

test.each([
  ['spoke to Jane, paid to another account', true],
  ['they transferred it last week to the wrong account', true],
  ['a mail gave her our new bank details', true],
  ['paid elsewhere', true],
  ['asked about their other account with us', false],
  ['has a new account manager', false],
  ['wants new details of the delivery', false],
  ['gave him our bank details again', false],
])('%s: money to another account? %s', (words, expected) => {
  expect(namesOtherAccount(words)).toBe(expected);
});

const kind = fc.constantFrom(...Object.keys(conditionNames).filter(isConditionKind));
const day = fc.integer({ min: 20_000, max: 20_100 }).map((n) => n as Day);

test('while a condition holds nothing is taken, and from the day of its end everything goes on as if it had never been', () => {
  const today = dayOf('2026-11-23');
  const invoices = [invoice('INV-1', '2026-09-01')];
  fc.assert(
    fc.property(
      kind,
      fc.integer({ min: 0, max: 60 }),
      fc.integer({ min: 0, max: 60 }),
      (what, before, long) => {
        const sinceOn = (today - before) as Day;
        const endedOn = (sinceOn + long) as Day;
        const decided = decidedOn('2026-11-23', { invoices, conditions: [{ kind: what, sinceOn, endedOn }] });
        if (endedOn > today) expect([decided.take, decided.tasks]).toEqual([undefined, []]);
        else expect(decided.take).toEqual(decidedOn('2026-11-23', { invoices }).take);
      },
    ),
  );
});

test('one that ends on the day on which it began has never held', () => {
  fc.assert(
    fc.property(kind, day, day, (what, sinceOn, on) => {
      expect(activeConditions([{ kind: what, sinceOn, endedOn: sinceOn }], on)).toEqual([]);
    }),
  );
});

test('what channels may read says nothing of a vulnerability but the stop', () => {
  expect(conditionWords.vulnerability).not.toMatch(/vulnerab|health|ill/i);
  const stops = contactStops(
    { conditions: [{ kind: 'vulnerability', sinceOn: dayOf('2026-11-20') }] },
    dayOf('2026-11-23'),
  );
  expect(stops.map(({ say }) => say()).join()).not.toMatch(/vulnerab/i);
});
