import { expect, test } from 'vitest';
import { aDebtor } from '../support/aDebtor.ts';
import { runningDuly } from '../support/runningDuly.ts';
import type { Team } from '../support/teamOnSlack.ts';

/** Day 7 is Christmas Day, day 14 is New Year's Day; in between the team is closed by its own choice. */
const books = ({ db, workspaceId, member }: Team) =>
  aDebtor(db, workspaceId, {
    name: 'Acme Ltd',
    ownerId: member.clara,
    invoices: [{ number: 'INV-1', due: '2026-12-18', amount: 50_000 }],
    contacts: [{ name: 'Jane Miller', phone: '+44 20 7946 0000', email: 'jane@acme.example' }],
  });

test('over Christmas no step falls on a closed day, and the days that fell on them come as one', async () => {
  const settings = { closingDays: ['2026-12-24', '2026-12-29', '2026-12-30', '2026-12-31'] };
  const duly = await runningDuly({ books, settings, start: '2026-12-23T18:30:00Z' });
  const { db, person } = duly;
  const steps = () => db.prisma.stageStep.findMany({ orderBy: { takenAt: 'asc' } });
  const posted = async () => (await person.marta.messages(duly.channels.collections)).length;
  await duly.move({ advance: 'PT1H' });
  const before = await posted(); // the digest of the day on which they began
  await duly.move({ to: '2027-01-04T08:00:00Z' });
  expect(await steps()).toEqual([]);
  expect(await person.clara.messages()).toEqual([]);
  expect(await posted()).toBe(before);

  await duly.move({ to: '2027-01-04T09:00:00Z' });
  expect(await steps()).toMatchObject([{ stage: 'chase', stageDay: 14 }]);
  expect(await person.clara.messages()).not.toEqual([]);
  expect(await posted()).toBe(before + 1);

  await duly.move({ to: '2027-01-07T17:00:00Z' });
  expect(await steps()).toHaveLength(1);
});
