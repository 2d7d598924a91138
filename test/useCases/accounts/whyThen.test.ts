import { expect, test } from 'vitest';
import { type Day, dateOfDay, dayOf, isoDay } from '../../../src/core/day.ts';
import type { Decision } from '../../../src/core/decision.ts';
import { businessPolicy } from '../../../src/core/defaultPolicies.ts';
import { newId } from '../../../src/core/newId.ts';
import { readPolicy } from '../../../src/core/policy.ts';
import { loadDebtorFacts } from '../../../src/db/debtorFacts.ts';
import { activePolicies, versionsOf } from '../../../src/db/policies.ts';
import { decideFor } from '../../../src/useCases/accounts/decideFor.ts';
import { explainDecision } from '../../../src/useCases/accounts/explainDecision.ts';
import { moveRunningCases } from '../../../src/useCases/policies/moveRunningCases.ts';
import { aDebtor, paymentsKnownUntil } from '../../support/aDebtor.ts';
import { dulyInPlayground } from '../../support/dulyInPlayground.ts';
import { buttonsOf, wordsOf } from '../../support/wordsOf.ts';
import { click, noticeTeam } from '../notices/noticeTeam.ts';

const told = ({ take, waiting, stuck, carrying, caseShouldBeOpen, reasons }: Decision) => ({
  ...{ take: take?.stage, waiting, stuck: stuck?.stage, carrying, caseShouldBeOpen, reasons },
});

test('asked later why, each day is decided again as it was that morning, by the policy of that day, whatever came after', async () => {
  const team = await noticeTeam({ start: '2026-11-02T08:00:00Z' });
  const { db, person, member, workspaceId } = team;
  await paymentsKnownUntil(db, workspaceId, '2026-11-02');
  const acme = await aDebtor(db, workspaceId, {
    name: 'Acme Ltd',
    ownerId: member.colin,
    invoices: [
      { number: 'INV-1', due: '2026-10-26', amount: 120_000 },
      { number: 'INV-2', due: '2026-11-06', amount: 80_000 },
    ],
    contacts: [{ name: 'Jane Miller', email: 'jane@acme.example', phone: '+44 20 7946 0000' }],
  });
  const [first = '', second = ''] = acme.invoiceIds;
  const doings: Record<string, () => Promise<unknown>> = {
    '2026-11-02': async () => {
      const list = (await person.colin.messages()).find((m) => buttonsOf(m, 'reminders_send_all').length > 0);
      if (list) await person.colin.click(list, 'reminders_send_all');
    },
    '2026-11-04': () => holdUntil('2026-11-06'),
    '2026-11-09': () => team.pays(acme, first, 50_000n),
    '2026-11-10': moveToLaterReminders,
    '2026-11-11': () => team.pays(acme, first, 70_000n),
    '2026-11-12': () => team.pays(acme, second),
  };
  const mornings = new Map<Day, ReturnType<typeof told>>();
  for (let day = dayOf('2026-11-02'); day <= dayOf('2026-11-13'); day = (day + 1) as Day) {
    await team.move({ to: `${isoDay(day)}T08:59:00Z` });
    mornings.set(day, told(await decisionOn(day)));
    await team.move({ to: `${isoDay(day)}T09:30:00Z` });
    await doings[isoDay(day)]?.();
  }
  expect(new Set([...mornings.values()].map(({ take }) => take))).toContain('chase');
  for (const [day, then] of mornings) {
    const workspace = await team.workspace();
    const options = { workspace, debtorId: acme.id, on: day, now: team.clock.now() };
    if (day === dayOf('2026-11-13')) continue;
    expect([isoDay(day), told((await explainDecision(db, options)).decision)]).toEqual([isoDay(day), then]);
  }
  await person.colin.command('why acme 2026-11-02');
  expect(wordsOf(await person.colin.last())).toContain('Polite reminder is due');
  // the policy of the day: the default before the case was moved, its first version after that
  expect(await policyOn('2026-11-10')).toEqual({ name: businessPolicy.name, version: 0 });
  expect(await policyOn('2026-11-11')).toEqual({ name: 'Later reminders', version: 1 });

  async function decisionOn(on: Day): Promise<Decision> {
    const workspace = await team.workspace();
    const facts = (await loadDebtorFacts(db, workspace, [acme.id], team.clock.now())).get(acme.id);
    if (!facts) throw new Error('no facts');
    return decideFor(db, { workspace, facts, on });
  }

  async function policyOn(day: string) {
    const workspace = await team.workspace();
    const on = dayOf(day);
    return (await explainDecision(db, { workspace, debtorId: acme.id, on, now: team.clock.now() })).policy;
  }

  /** A version whose reminders come so late that the mornings before it would read quite differently by it. */
  async function moveToLaterReminders(): Promise<void> {
    const rungs = businessPolicy.rungs.map((rung) =>
      rung.key === 'chase' ? { ...rung, day: 27, repeat: undefined } : rung,
    );
    const policy = readPolicy(
      JSON.parse(JSON.stringify({ ...businessPolicy, name: 'Later reminders', rungs })),
    );
    await db.prisma.policy.create({
      data: {
        ...{ id: newId(), workspaceId, key: policy.key, version: 1, name: policy.name },
        ...{ definition: JSON.parse(JSON.stringify(policy)), createdAt: team.clock.now() },
      },
    });
    const workspace = await team.workspace();
    const marta = await db.prisma.member.findUniqueOrThrow({ where: { id: member.marta } });
    const versions = versionsOf(await activePolicies(db, workspaceId));
    const move = { workspace, member: marta, versions, now: team.clock.now() };
    expect(await moveRunningCases(db, move)).toBe(1);
  }

  async function holdUntil(until: string): Promise<void> {
    const on = dateOfDay(dayOf('2026-11-04'));
    await db.prisma.hold.create({
      data: {
        ...{ id: newId(), workspaceId, debtorId: acme.id, fromOn: on, untilOn: dateOfDay(dayOf(until)) },
        ...{ reason: 'stocktaking', memberId: member.marta, recordedAt: team.clock.now() },
      },
    });
  }
}, 60_000);

test('why of a past day goes by the contacts, kind, tags, agreements and settings of that morning, why of today by those of now', async () => {
  const team = await dulyInPlayground({ start: '2026-10-30T09:30:00Z' });
  const { db, person, member, workspaceId } = team;
  const { colin, marta } = person;
  await paymentsKnownUntil(db, workspaceId, '2026-11-30');
  const ids: Record<string, string> = {};
  for (const [name, due] of [
    ['Acme', '2026-09-28'],
    ['Bolt', '2026-09-28'],
    ['Cove', '2026-10-19'],
  ] as const) {
    const { id } = await aDebtor(db, workspaceId, {
      name,
      ownerId: member.colin,
      invoices: [{ number: `INV-${name}`, due, amount: 120_000 }],
      contacts: [
        { name: 'Jane Miller', phone: '+44 20 7946 0000', email: 'jane@example.com' },
        { name: 'Ann Lee', role: 'alternate', phone: '+44 20 7946 0001' },
      ],
    });
    ids[name] = id;
  }
  await forTag('key', 'Key accounts');
  await colin.command('log acme na');
  const afternoons: Record<string, () => Promise<unknown>> = {
    '2026-11-02': async () => {
      await colin.command('contact acme');
      await colin.click(await colin.view(), 'edit_contact', { value: await contactOf('Acme', 'Ann Lee') });
      await colin.submit({ refused: { selected_options: ['all'] } });
      await colin.command('pause bolt from 1 nov until 15 dec stocktaking');
      await colin.submit();
    },
    '2026-11-03': async () => {
      await marta.command('show cove');
      await marta.click(await marta.last(), 'open_tags', { value: ids.Cove ?? '' });
      await marta.submit({ tags: { value: 'key' } });
      const asked = await db.prisma.prompt.findFirstOrThrow({ where: { kind: 'agree' } });
      await click(team, asked.memberId === member.marta ? 'marta' : 'max', 'prompt_agree');
    },
    '2026-11-04': async () => {
      await marta.command('show acme');
      await marta.click(await marta.last(), 'open_kind', { value: ids.Acme ?? '' });
      await marta.submit({ kind: { selected_option: 'individual' }, reason: { value: 'No company' } });
    },
    '2026-11-05': async () => {
      await marta.command('settings');
      await marta.submit({ closingDays: { value: '2026-11-06' }, promptsAt: { selected_time: '10:00' } });
    },
    '2026-11-06': async () => {
      await marta.command('settings');
      await marta.submit({ closingDays: { value: '' }, promptsAt: { selected_time: '09:00' } });
      await marta.command('settings limits');
      await marta.submit({ smallBalance: { value: 'GBP 5,000' } });
    },
  };
  const mornings = new Map<string, string>();
  for (const [day, change] of Object.entries(afternoons)) {
    await team.move({ to: `${day}T09:00:00Z` });
    for (const name of ['acme', 'bolt', 'cove']) mornings.set(`${name} ${day}`, rules(await why(name)));
    await team.move({ to: `${day}T14:00:00Z` });
    await change();
  }
  await team.move({ to: '2026-11-09T09:00:00Z' });
  for (const [asked, then] of mornings)
    expect([asked, await why(asked)]).toEqual([asked, expect.stringContaining(then)]);
  const says: readonly (readonly [asked: string, words: string])[] = [
    ['acme 2026-11-02', 'one to the alternate contact'],
    ['acme 2026-11-04', 'the policy (Business customers, as it comes with Duly)'],
    ['acme 2026-11-05', 'the policy (Sole traders and private customers, as it comes with Duly)'],
    ['bolt 2026-11-03', 'A hold until 15 Dec 2026 (stocktaking) stops nothing until a manager has agreed'],
    ['bolt 2026-11-04', 'on hold until 15 Dec 2026 (stocktaking)'],
    ['cove 2026-11-03', 'the policy (Business customers, as it comes with Duly)'],
    ['cove 2026-11-04', 'the policy (Key accounts, version 1)'],
    ['cove 2026-11-05', 'Polite reminder is due'],
    ['cove 2026-11-06', '6 Nov 2026 is closed'],
    ['cove', 'too small a balance to chase'],
  ];
  for (const [asked, words] of says)
    expect([asked, await why(asked)]).toEqual([asked, expect.stringContaining(words)]);
  for (const day of ['2026-11-03', '2026-11-04'])
    expect(await why(`acme ${day}`)).not.toContain('alternate contact');
  // all of it is on record: nothing is known only as of today
  for (const [asked] of mornings) expect(await why(asked)).not.toContain('as of today');

  async function why(words: string): Promise<string> {
    await colin.command(`why ${words}`);
    return wordsOf(await colin.last());
  }

  function rules(words: string): string {
    return words.slice(words.indexOf('*Rule by rule*'));
  }

  async function contactOf(debtor: string, name: string): Promise<string> {
    const { id } = await db.prisma.contact.findFirstOrThrow({ where: { debtorId: ids[debtor] ?? '', name } });
    return id;
  }

  /** A version of the policy for businesses that is for those with a tag. */
  async function forTag(tag: string, name: string): Promise<void> {
    const { appliesTo } = businessPolicy;
    const policy = { ...businessPolicy, key: tag, name, appliesTo: { ...appliesTo, tags: [tag] } };
    const definition = JSON.parse(JSON.stringify(policy));
    const createdAt = team.clock.now();
    await db.prisma.policy.create({
      data: { id: newId(), workspaceId, key: tag, version: 1, name, definition, createdAt },
    });
  }
}, 60_000);

test('what may have changed before Duly kept what it was is known only as of today, and why says so; where nothing changed it does not', async () => {
  const team = await dulyInPlayground({ start: '2026-11-09T09:00:00Z' });
  const { db, person, member, workspaceId } = team;
  const acme = await aDebtor(db, workspaceId, {
    name: 'Acme',
    invoices: [{ due: '2026-09-28', amount: 120_000 }],
    contacts: [{ name: 'Jane Miller', phone: '+44 20 7946 0000' }],
  });
  const keptFrom = new Date('2026-11-05T12:00:00Z');
  await db.prisma.workspace.updateMany({ data: { changesKeptFrom: keptFrom } });
  const onlyAsOfToday = async (day: string) => {
    await person.colin.command(`why acme ${day}`);
    return [...wordsOf(await person.colin.last()).matchAll(/Known only as of today: ([^,]+)/g)].map(
      ([, what]) => what,
    );
  };
  expect(await onlyAsOfToday('2026-11-03')).toEqual([]);
  const at = new Date('2026-11-04T15:00:00Z');
  await db.prisma.audit.create({
    data: {
      ...{ workspaceId, at, actor: member.colin, action: 'contact_left', subjectKind: 'contact' },
      subjectId: acme.contactIds[0] ?? '',
    },
  });
  expect(await onlyAsOfToday('2026-11-03')).toEqual(['its contacts']);
  const importId = await paymentsKnownUntil(db, workspaceId, '2026-11-04');
  expect(await onlyAsOfToday('2026-11-03')).toEqual(['its contacts']);
  await db.prisma.ledgerImport.update({ where: { id: importId }, data: { kind: 'ledger' } });
  expect(await onlyAsOfToday('2026-11-03')).toEqual(['its contacts', 'what the account is and where']);
  expect(await onlyAsOfToday('2026-11-05')).toEqual([]);
});
