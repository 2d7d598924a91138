import { expect, it } from 'vitest';
import { dayOf } from '../../src/core/day.ts';
import { parseColumnMap } from '../../src/imports/ColumnMap.ts';
import { importLedger } from '../../src/useCases/ledger/importLedger.ts';
import { buttonsOf, wordsOf } from '../support/wordsOf.ts';
import { fileOf } from './ledger/ledgerKit.ts';
import { click, type NoticeTeam, noticeTeam } from './notices/noticeTeam.ts';
import { stoppedByMistake } from './stoppedByMistake.ts';

const map = parseColumnMap([
  'Invoice=number',
  'Customer=debtor',
  'Due=due',
  'Amount=amount',
  'Open=outstanding',
]);
type Line = readonly [number: string, customer: string];

/** The ledger file of that morning; everything falls due in January. */
async function arrive(team: NoticeTeam, asOf: string, lines: readonly Line[]) {
  const rows = lines.map(([number, customer]) => `${number},${customer},2027-01-20,100,100`);
  await importLedger({
    db: team.db,
    workspace: await team.workspace(),
    now: team.clock.now(),
    file: fileOf(['Invoice,Customer,Due,Amount,Open', ...rows]),
    asOf: dayOf(asOf),
    currency: 'GBP',
    map,
  });
  await team.db.prisma.debtor.updateMany({ data: { ownerId: team.member.colin } });
  await team.settle();
}

const asked = (team: NoticeTeam) =>
  team.db.prisma.prompt.findMany({ where: { kind: 'issued' }, orderBy: { openedAt: 'asc' } });
const list = async (team: NoticeTeam) => {
  const found = (await team.person.colin.messages()).findLast((m) => m.text.startsWith('Your list for'));
  if (!found) throw new Error('no list');
  return found;
};
const ticked = (value: string) => ({
  selected_options: [{ text: { type: 'plain_text', text: value }, value }],
});

it('what a new invoice lacks stands on its owner’s one list of the day; what the customer confirmed counts from then on', async () => {
  const team = await noticeTeam();
  const { colin } = team.person;
  const first: Line[] = [
    ['1', 'Acme'],
    ['2', 'Birch'],
  ];
  await arrive(team, '2026-11-23', first);
  expect(await asked(team)).toEqual([]);

  await team.move({ to: '2026-11-24T10:00:00Z' });
  const second: Line[] = [...first, ['3', 'Acme'], ['4', 'Acme'], ['5', 'Birch <b>']];
  await arrive(team, '2026-11-24', second);
  await arrive(team, '2026-11-24', second);
  expect(await asked(team)).toHaveLength(2);
  const lists = (await colin.messages()).filter((m) => m.text.startsWith('Your list for Tuesday'));
  expect(lists).toHaveLength(1);
  const words = wordsOf(lists[0] ?? {});
  expect(words).toMatch(/Acme.*3: terms not confirmed, no order number, no email address.*4: terms/s);
  expect(words).toContain('Birch &lt;b&gt;');
  expect(words).not.toContain('1: terms');

  const acme = await team.db.prisma.prompt.findFirstOrThrow({
    where: {
      kind: 'issued',
      debtorId: (await team.db.prisma.debtor.findFirstOrThrow({ where: { name: 'Acme' } })).id,
    },
  });
  await colin.click(await list(team), 'prompt_snooze', { value: acme.id });
  await colin.submit({ until: { selected_date: '2026-11-26' } });
  await colin.close();
  expect(wordsOf(await list(team))).toMatch(/Acme.*Thursday 26 November/s);
  await colin.click(await list(team), 'prompt_complete', { value: acme.id });
  const empty = await colin.submit({ terms: { value: '30 days' }, payMethod: { value: 'transfer' } });
  expect(Object.keys(empty.errors ?? {}).sort()).toEqual(['confirmed', 'portal']);
  const three = await team.db.prisma.invoice.findFirstOrThrow({ where: { number: '3' } });
  await colin.submit({
    terms: { value: '30 days' },
    payMethod: { value: 'transfer' },
    portal: { value: 'none' },
    [`order:${three.id}`]: { value: 'PO 881' },
    confirmed: ticked('yes'),
  });
  await colin.close();
  expect((await team.db.prisma.invoice.findUniqueOrThrow({ where: { id: three.id } })).orderNumber).toBe(
    'PO 881',
  );
  expect(await team.db.prisma.billingTerms.findFirst()).toMatchObject({ terms: '30 days', portal: 'none' });
  expect(buttonsOf(await list(team), 'prompt_complete')).not.toContain(acme.id);

  await team.move({ to: '2026-11-25T10:00:00Z' });
  await arrive(team, '2026-11-25', [...second, ['6', 'Acme']]);
  const later = (await asked(team)).filter(
    ({ debtorId, id }) => debtorId === acme.debtorId && id !== acme.id,
  );
  expect(later).toHaveLength(1);
  expect(JSON.stringify(later[0]?.details)).toContain('6: no order number, no email address');
});

it('an answer that comes otherwise, or money, ends the question', async () => {
  const team = await noticeTeam();
  await arrive(team, '2026-11-23', [['1', 'Acme']]);
  await team.move({ to: '2026-11-24T10:00:00Z' });
  await arrive(team, '2026-11-24', [
    ['1', 'Acme'],
    ['2', 'Acme'],
  ]);
  const [prompt] = await asked(team);
  expect(prompt?.state).toBe('open');
  await click(team, 'colin', 'prompt_complete');
  const invoice = await team.db.prisma.invoice.findFirstOrThrow({ where: { number: '2' } });
  await team.pays({ id: invoice.debtorId, invoiceIds: [invoice.id], contactIds: [] }, invoice.id);
  expect((await asked(team))[0]?.state).toBe('overtaken');
  const late = await team.person.colin.submit({
    terms: { value: '30 days' },
    payMethod: { value: 'transfer' },
    portal: { value: 'none' },
    confirmed: ticked('yes'),
  });
  expect(late.errors).toBeUndefined();
  const view = await team.person.colin.view();
  expect(wordsOf(view)).toContain('This is done already');
  expect(JSON.stringify(view)).toContain('30 days');
});

it('a stop that was recorded by mistake ends the question; after it the invoices are asked about again', async () => {
  const team = await noticeTeam();
  await arrive(team, '2026-11-23', [['1', 'Acme']]);
  await team.move({ to: '2026-11-24T10:00:00Z' });
  await arrive(team, '2026-11-24', [
    ['1', 'Acme'],
    ['2', 'Acme'],
  ]);
  const states = async () => (await asked(team)).map(({ state }) => state);
  expect(await states()).toEqual(['open']);
  await stoppedByMistake(team, async () => expect(await states()).toEqual(['overtaken']));
  expect(await states()).toEqual(['overtaken']);
  await team.move({ to: '2026-11-25T10:00:00Z' });
  expect(await states()).toEqual(['overtaken', 'open']);
  expect(wordsOf(await list(team))).toContain('2: terms not confirmed');
});
