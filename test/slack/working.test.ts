import { expect, test } from 'vitest';
import { aDebtor, paymentsKnownUntil } from '../support/aDebtor.ts';
import { dulyInPlayground } from '../support/dulyInPlayground.ts';
import { wordsOf } from '../support/wordsOf.ts';

test('once a manager has started it, Duly asks the owner, and the account says so', async () => {
  const { person, db, workspaceId, member } = await dulyInPlayground({ started: false, working: true });
  await aDebtor(db, workspaceId, {
    name: 'Acme Ltd',
    ownerId: member.colin,
    invoices: [{ due: '2026-10-20', amount: 1_200_00 }],
    contacts: [{ name: 'Jane', phone: '+44 20 7946 0000', email: 'jane@acme.example' }],
  });
  await paymentsKnownUntil(db, workspaceId, '2026-11-22');
  expect(await person.colin.messages()).toEqual([]);
  await person.marta.command('start');
  expect(wordsOf(await person.colin.messages())).toContain('Acme Ltd');
  await person.colin.command('show acme');
  expect(wordsOf(await person.colin.last())).toContain('Call for a firm date');
  expect(wordsOf(await person.colin.home())).toContain('Acme Ltd');
  await person.colin.command('list due');
  expect(wordsOf(await person.colin.last())).toContain('Acme Ltd');
  await person.colin.command('');
  expect(wordsOf(await person.colin.last())).toContain('1 to do');
});
