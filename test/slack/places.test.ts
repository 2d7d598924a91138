import { expect, test } from 'vitest';
import { dayOf } from '../../src/core/day.ts';
import { aDebtor } from '../support/aDebtor.ts';
import { type DulyInPlayground, dulyInPlayground } from '../support/dulyInPlayground.ts';
import { wordsOf } from '../support/wordsOf.ts';
import { bringIn, fileOf } from '../useCases/ledger/ledgerKit.ts';

/** A manager says on the account where they live; answers what she is told. */
async function says({ person: { marta } }: DulyInPlayground, name: string, country: string, region: string) {
  await marta.command(`show ${name}`);
  await marta.click(await marta.last(), 'open_place');
  const refused = JSON.stringify(
    await marta.submit({ country: { value: country }, region: { value: region } }),
  );
  return `${refused} ${wordsOf(await marta.view())}`;
}

test('where a customer lives is corrected by a manager, on record, and moves the hours in which they are called', async () => {
  const team = await dulyInPlayground({ start: '2026-11-23T13:30:00Z' });
  const { db, workspaceId, person, member } = team;
  const { id } = await aDebtor(db, workspaceId, {
    name: 'Dana Reyes',
    kind: 'individual',
    country: 'US',
    ownerId: member.colin,
    invoices: [{ due: '2026-10-01', amount: 30_000 }],
    contacts: [{ name: 'Dana Reyes', email: 'dana@home.example', phone: '+1 415 555 0100' }],
  });
  const hours = async () => {
    await person.colin.command('show dana');
    return wordsOf(await person.colin.last());
  };
  expect(await hours()).toContain('may live in several zones');
  expect(await says(team, 'dana', 'US', 'Calf')).toContain('no such region');
  await person.marta.close();
  expect(await says(team, 'dana', 'us', 'California')).toContain('follow from now on');
  await person.marta.close();
  expect(await db.prisma.debtor.findUniqueOrThrow({ where: { id } })).toMatchObject({
    country: 'US',
    region: 'California',
  });
  expect(await db.prisma.audit.findFirstOrThrow({ where: { action: 'place_corrected' } })).toMatchObject({
    actor: member.marta,
    before: { country: 'US', region: null, zone: null },
    after: { country: 'US', region: 'California', zone: null },
  });
  expect(await hours()).toContain('their time');
  expect(await says(team, 'dana', 'US', 'California')).toContain('on file already');
  await person.marta.close();
  await person.colin.command('show dana');
  expect(JSON.stringify(await person.colin.last())).not.toContain('open_place');
});

test('a time zone that was set gives way to the place that a manager names', async () => {
  const team = await dulyInPlayground({ start: '2026-11-23T13:30:00Z' });
  const { id } = await aDebtor(team.db, team.workspaceId, {
    name: 'Dana Reyes',
    country: 'US',
    zone: 'America/New_York',
    invoices: [{ due: '2026-10-01', amount: 30_000 }],
  });
  await says(team, 'dana', 'US', 'CA');
  expect(await team.db.prisma.debtor.findUniqueOrThrow({ where: { id } })).toMatchObject({
    region: 'CA',
    zone: null,
  });
});

test('no later file turns back what a manager said of the place', async () => {
  const team = await dulyInPlayground();
  const ledger = () =>
    fileOf([
      'countryCode,customerID,PaperlessDate,invoiceNumber,InvoiceDate,DueDate,InvoiceAmount,Disputed,SettledDate,PaperlessBill,DaysToSettle,DaysLate',
      '391,0379-NEVHP,4/6/2013,611365,1/2/2013,2/1/2013,55.94,No,1/15/2013,Paper,13,0',
    ]);
  const bring = (asOf: string) =>
    bringIn(team.db, ledger(), { currency: 'USD', asOf, now: team.clock.now() });
  await bring('2013-01-10');
  const before = await team.db.prisma.debtor.findFirstOrThrow();
  expect(before).toMatchObject({ region: '391' });
  await says(team, '0379-NEVHP', 'US', 'NY');
  await bring('2013-01-11');
  const after = { country: 'US', region: 'NY' };
  expect(await team.db.prisma.debtor.findFirstOrThrow()).toMatchObject(after);
});

test('UK is Great Britain on an account and in the settings, and what is no country is refused with a sentence', async () => {
  const team = await dulyInPlayground();
  const { db, workspaceId, person, workspace } = team;
  const { id } = await aDebtor(db, workspaceId, {
    name: 'Dana Reyes',
    country: 'DE',
    invoices: [{ due: '2026-10-01', amount: 30_000 }],
  });
  const place = () => db.prisma.debtor.findUniqueOrThrow({ where: { id }, select: { country: true } });
  for (const none of ['EU', 'FX', 'ZZ']) {
    expect(await says(team, 'dana', none, '')).toContain(`${none} is no country`);
    await person.marta.close();
  }
  expect(await place()).toEqual({ country: 'DE' });
  expect(await says(team, 'dana', 'uk', 'Scotland')).toContain('GB, Scotland');
  await person.marta.close();
  expect(await place()).toEqual({ country: 'GB' });

  await person.marta.command('settings');
  expect((await person.marta.submit({ country: { value: 'EU' } })).errors).toEqual({
    country: expect.stringContaining('EU is no country'),
  });
  await person.marta.submit({ country: { value: 'UK' } });
  const { country, calendar } = await workspace();
  expect(country).toBe('GB');
  expect(calendar.isOpen(dayOf('2026-12-25'))).toBe(false);
});
