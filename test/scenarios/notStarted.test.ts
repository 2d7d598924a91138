import { expect, test } from 'vitest';
import { aDebtor } from '../support/aDebtor.ts';
import { runningDuly } from '../support/runningDuly.ts';
import type { Team } from '../support/teamOnSlack.ts';
import { wordsOf } from '../support/wordsOf.ts';

const aWeekLate = ({ db, workspaceId, member }: Team) =>
  aDebtor(db, workspaceId, {
    name: 'Acme Ltd',
    ownerId: member.colin,
    invoices: [{ number: 'INV-1', due: '2026-11-16', amount: 50_000 }],
    contacts: [{ name: 'Jane Miller', phone: '+44 20 7946 0000', email: 'jane@acme.example' }],
  });

test('a workspace that nobody started sends nothing, a viewer may not start it, a manager may', async () => {
  const duly = await runningDuly({ books: aWeekLate, started: false });
  const { person, channels } = duly;
  await duly.move({ advance: 'P2D' });
  expect(await duly.mails()).toEqual([]);
  for (const channel of [channels.collections, channels.approvals, channels.finance]) {
    expect(await person.marta.messages(channel)).toEqual([]);
  }
  expect(await person.colin.messages()).toEqual([]);

  await person.vera.command('start');
  expect((await duly.workspace()).startedAt).toBeUndefined();
  expect((await person.vera.last()).text).toMatch(/manager/i);

  await person.marta.command('start');
  expect((await duly.workspace()).startedAt).toBeDefined();
  await duly.move({ advance: 'P1D' });
  expect(wordsOf(await person.colin.messages())).toContain('Acme Ltd'); // on his morning list
  expect(await person.marta.messages(channels.collections)).not.toEqual([]); // the daily digest
});
