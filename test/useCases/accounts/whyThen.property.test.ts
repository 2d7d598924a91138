import fc from 'fast-check';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { DulyError } from '../../../src/core/DulyError.ts';
import { addDays, type Day, dayOf, isoDay } from '../../../src/core/day.ts';
import { debtorKinds } from '../../../src/core/debtorKinds.ts';
import { newId } from '../../../src/core/newId.ts';
import { shownForm } from '../../../src/core/shownForm.ts';
import { dayIn, instantAt } from '../../../src/core/zone.ts';
import type { Db } from '../../../src/db/client.ts';
import { loadDebtorFacts, loadDebtorFactsThen } from '../../../src/db/debtorFacts.ts';
import { unknownThen } from '../../../src/db/unknownThen.ts';
import { loadWorkspace, type WorkspaceContext } from '../../../src/db/workspaceContext.ts';
import { workspaceThen } from '../../../src/db/workspaceThen.ts';
import type { Member } from '../../../src/generated/prisma/client.ts';
import { parseColumnMap } from '../../../src/imports/ColumnMap.ts';
import { correctPlace } from '../../../src/useCases/accounts/correctPlace.ts';
import { logAgreement } from '../../../src/useCases/agreements/logAgreement.ts';
import { logCall } from '../../../src/useCases/calls/logCall.ts';
import { undoActivity } from '../../../src/useCases/calls/undoActivity.ts';
import { addContact } from '../../../src/useCases/contacts/addContact.ts';
import { changeContact } from '../../../src/useCases/contacts/changeContact.ts';
import { settleDispute } from '../../../src/useCases/disputes/settleDispute.ts';
import { setGroup } from '../../../src/useCases/groups/setGroup.ts';
import { undoGroup } from '../../../src/useCases/groups/undoGroup.ts';
import { endHolds } from '../../../src/useCases/holds/endHolds.ts';
import { placeHold } from '../../../src/useCases/holds/placeHold.ts';
import { correctKind } from '../../../src/useCases/kinds/correctKind.ts';
import { importLedger } from '../../../src/useCases/ledger/importLedger.ts';
import { undoImport } from '../../../src/useCases/ledger/undoImport.ts';
import { setTags } from '../../../src/useCases/policies/setTags.ts';
import { limitsOf } from '../../../src/useCases/workspaces/Limits.ts';
import { letterheadOf } from '../../../src/useCases/workspaces/letterheadOf.ts';
import { loadSettings } from '../../../src/useCases/workspaces/loadSettings.ts';
import { saveLetterhead } from '../../../src/useCases/workspaces/saveLetterhead.ts';
import { saveLimits } from '../../../src/useCases/workspaces/saveLimits.ts';
import { saveSettings } from '../../../src/useCases/workspaces/saveSettings.ts';
import { inOneOrder } from '../../../src/useCases/workspaces/WorkspaceSettings.ts';
import { testDatabase } from '../../support/testDatabase.ts';
import { fileOf, LIST } from '../ledger/ledgerKit.ts';

const FIRST = dayOf('2026-03-02');
const CUSTOMERS = ['Kea Cafe', 'Kea Bakery', 'Dana Reyes'];
const NUMBERS = ['+44 20 7946 0000', '+44 20 7946 0001'];
const EMAILS = ['pay@kea.example', 'jane@kea.example', undefined];

/** who and what a change is about: numbers that pick among what there is */
const pick = fc.nat({ max: 5 });
const changes = fc.oneof(
  ...(['contact', 'contact', 'contact', 'newContact', 'wrongNumber', 'wrongNumber'] as const).map((what) =>
    fc.constant(what),
  ),
  ...(['file', 'file', 'fileBack', 'kind', 'place', 'tags', 'group', 'group', 'groupBack'] as const).map(
    (what) => fc.constant(what),
  ),
  ...(['pause', 'resume', 'promise', 'promise', 'dispute', 'settle'] as const).map((what) =>
    fc.constant(what),
  ),
  ...(['settings', 'limits', 'client'] as const).map((what) => fc.constant(what)),
);
const step = fc.record({
  what: changes,
  daysOn: fc.nat({ max: 2 }),
  hour: fc.integer({ min: 3, max: 20 }),
  who: pick,
  which: pick,
  how: fc.boolean(),
});
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

test('whatever is changed of contacts, accounts, agreements and settings, each morning is known later as it was that morning', {
  timeout: 240_000,
}, async () => {
  const { db } = await testDatabase();
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 12 }), async (steps) => {
      const team = await aTeam(db);
      const mornings = new Map<Day, unknown>();
      let today = FIRST;
      let left = steps.map((one, index) => ({ ...one, day: addDays(FIRST, upTo(steps, index)) }));
      const last = addDays(FIRST, upTo(steps, steps.length));
      for (; today <= last; today = addDays(today, 1)) {
        const workspace = await loadWorkspace(db, team.id);
        const at = instantAt(today, workspace.settings.promptsAt, workspace.zone);
        const ofToday = left
          .filter(({ day }) => day === today)
          .map((one) => ({
            ...one,
            now: new Date(`${isoDay(today)}T${String(one.hour).padStart(2, '0')}:17:00Z`),
          }))
          .sort((a, b) => a.now.getTime() - b.now.getTime());
        left = left.filter(({ day }) => day !== today);
        for (const one of ofToday.filter(({ now }) => now <= at)) await change(team, one, one.now);
        mornings.set(today, await seen(team, await loadWorkspace(db, team.id), at, loadDebtorFacts));
        for (const one of ofToday.filter(({ now }) => now > at)) await change(team, one, one.now);
      }
      const workspace = await loadWorkspace(db, team.id);
      for (const [day, morning] of mornings) {
        const then = await workspaceThen(db, workspace, day);
        const known = await seen(team, then.workspace, then.at, loadDebtorFactsThen);
        expect([isoDay(day), known]).toEqual([isoDay(day), morning]);
        for (const debtorId of await team.debtors())
          expect(await unknownThen(db, { workspaceId: team.id, debtorId, at: then.at })).toEqual({
            erasedOn: undefined,
            contacts: false,
            kindAndPlace: false,
          });
      }
    }),
    { numRuns: 15 },
  );
});

function upTo(steps: readonly Step[], index: number): number {
  return steps.slice(0, index + 1).reduce((days, { daysOn }) => days + daysOn, 0);
}

interface Team {
  readonly db: Db;
  readonly id: string;
  readonly member: Member;
  debtors(): Promise<string[]>;
}

async function aTeam(db: Db): Promise<Team> {
  const id = newId();
  const createdAt = instantAt(FIRST, '00:00', 'Etc/UTC');
  await db.prisma.workspace.create({
    data: { id, name: 'Northwind', zone: 'Europe/London', country: 'GB', currency: 'GBP', createdAt },
  });
  const member = await db.prisma.member.create({
    data: { id: newId(), workspaceId: id, slackUserId: 'U1MARTA', name: 'Marta', role: 'manager', createdAt },
  });
  const debtors = async () =>
    (await db.prisma.debtor.findMany({ where: { workspaceId: id }, orderBy: { name: 'asc' } })).map(
      (debtor) => debtor.id,
    );
  const team = { db, id, member, debtors };
  const first = { what: 'file', daysOn: 0, hour: 0, who: 0, which: 0, how: false } as const;
  await bringIn(team, first, createdAt);
  for (const who of [0, 1, 2]) await CHANGES.newContact(team, { ...first, who, which: who }, createdAt);
  for (const who of [0, 1]) await CHANGES.group(team, { ...first, who }, createdAt);
  return team;
}

/** What rules look at of these accounts and of the settings; who looks after an account is no rule's business. */
async function seen(team: Team, workspace: WorkspaceContext, at: Date, load: typeof loadDebtorFacts) {
  const facts = await load(team.db, workspace, await team.debtors(), at);
  const { zone, country, region, currency, settings } = workspace;
  return {
    set: { zone, country, region, currency, settings },
    accounts: Object.fromEntries(
      [...facts].map(([id, { debtor, contacts, shared, elsewhere, promises, disputes, holds }]) => {
        const { ownerId: _owner, deputyId: _deputy, ...rest } = debtor;
        const agreed = [...promises, ...disputes, ...holds].sort((a, b) => (a.id < b.id ? -1 : 1));
        return [id, { debtor: rest, contacts, shared, elsewhere, agreed }];
      }),
    ),
  };
}

async function change(team: Team, one: Step, now: Date): Promise<void> {
  try {
    await CHANGES[one.what](team, one, now);
  } catch (error) {
    // what Duly refuses is no change
    if (!(error instanceof DulyError)) throw error;
  }
}

type Change = (team: Team, one: Step, now: Date) => Promise<unknown>;

const CHANGES: Readonly<Record<Step['what'], Change>> = {
  contact: async (team, { who, which, how }, now) => {
    const { db, member } = team;
    const known = await db.prisma.contact.findMany({
      where: { workspaceId: team.id },
      orderBy: { id: 'asc' },
    });
    const contact = known[who % known.length];
    if (!contact) return;
    const { id: contactId, debtorId, name } = contact;
    await changeContact(db, {
      ...{ workspace: await loadWorkspace(db, team.id), member, debtorId, contactId, now },
      evidence: 'They wrote so',
      change: {
        name: how ? `${name}!` : name,
        role: which > 2 ? 'director' : 'payables',
        phone: NUMBERS[which],
        mobile: NUMBERS[which - 2],
        email: EMAILS[(which + who) % EMAILS.length],
        refusedChannels: which % 2 === 0 ? ['call', 'email'] : [],
        doNotContact: which === 5,
        hasLeft: how && which > 3,
      },
    });
  },
  newContact: async (team, { who, which }, now) =>
    addContact(team.db, {
      ...{ workspace: await loadWorkspace(team.db, team.id), member: team.member, key: newId(), now },
      debtorId: await debtorOf(team, who),
      contact: { name: `Jane ${which}`, role: 'payables', phone: NUMBERS[which % 2] },
    }),
  wrongNumber: async (team, { who, how }, now) => {
    const { db, member } = team;
    const debtorId = await debtorOf(team, who);
    const contacts = await db.prisma.contact.findMany({ where: { debtorId }, orderBy: { id: 'asc' } });
    const contactId = contacts[who % contacts.length]?.id;
    const workspace = await loadWorkspace(db, team.id);
    const call = {
      debtorId,
      contactId,
      outcome: 'wrong_number' as const,
      direction: 'out' as const,
      at: now,
    };
    const { activityId } = await logCall(db, { workspace, member, call, key: newId(), now });
    const soon = new Date(now.getTime() + 60_000);
    if (how) await undoActivity(db, { workspace, member, activityId, now: soon });
  },
  pause: async (team, { who, which }, now) =>
    agreement(team, { who, outcome: 'paused', now }, async (tx, recording) => ({
      said: await placeHold(tx, recording, { reason: 'Stocktaking', until: addDays(FIRST, 10 + which) }),
    })),
  resume: async (team, { who }, now) => {
    const debtorId = await debtorOf(team, who);
    const holds = await team.db.prisma.hold.findMany({ where: { debtorId, endedOn: null } });
    const ids = holds.map(({ id }) => id);
    return agreement(team, { who, outcome: 'resumed', now }, (tx, recording) => endHolds(tx, recording, ids));
  },
  promise: async (team, { who, which }, now) => {
    const { db, member } = team;
    const debtorId = await debtorOf(team, who);
    const workspace = await loadWorkspace(db, team.id);
    const on = isoDay(addDays(dayIn(workspace.zone, now), which));
    const promise = { currency: 'GBP', amount: 5_000n, on, method: 'transfer' as const, invoiceIds: [] };
    const call = { debtorId, outcome: 'promised' as const, direction: 'in' as const, at: now, promise };
    return logCall(db, { workspace, member, call, key: newId(), now });
  },
  dispute: async (team, { who, how }, now) => {
    const { db, member } = team;
    const debtorId = await debtorOf(team, who);
    const workspace = await loadWorkspace(db, team.id);
    const { id: invoiceId } = await db.prisma.invoice.findFirstOrThrow({ where: { debtorId } });
    const dispute = { invoiceId, reason: 'price' as const, ...(how && { amount: 1_000n }) };
    const call = { debtorId, outcome: 'disputes' as const, direction: 'in' as const, at: now, dispute };
    return logCall(db, { workspace, member, call, key: newId(), now });
  },
  settle: async (team, { which }, now) => {
    const { db, member } = team;
    const dispute = await db.prisma.dispute.findFirst({ where: { workspaceId: team.id, endedOn: null } });
    if (!dispute) return;
    const outcome = which > 2 ? 'for_us' : 'for_customer';
    const workspace = await loadWorkspace(db, team.id);
    const { debtorId, id: disputeId } = dispute;
    const settlement = { disputeId, outcome } as const;
    await settleDispute(db, { workspace, member, debtorId, notes: undefined, settlement, key: newId(), now });
  },
  file: bringIn,
  fileBack: async (team, _, now) =>
    undoImport(team.db, {
      workspace: await loadWorkspace(team.db, team.id),
      importId: undefined,
      individuals: true,
      now,
    }),
  kind: async (team, { who, which }, now) =>
    correctKind(team.db, {
      ...{ workspace: await loadWorkspace(team.db, team.id), member: team.member, now },
      debtorId: await debtorOf(team, who),
      kind: debtorKinds[which % debtorKinds.length] ?? 'business',
      reason: 'The register says so',
    }),
  place: async (team, { who, which }, now) =>
    correctPlace(team.db, {
      ...{ workspace: await loadWorkspace(team.db, team.id), member: team.member, now },
      debtorId: await debtorOf(team, who),
      place: which > 2 ? { country: 'US', region: 'California' } : { country: 'DE', region: undefined },
    }),
  tags: async (team, { who, which }, now) => {
    const debtorId = await debtorOf(team, who);
    const { tags } = await team.db.prisma.debtor.findUniqueOrThrow({ where: { id: debtorId } });
    return setTags(team.db, {
      ...{ workspace: await loadWorkspace(team.db, team.id), member: team.member, debtorId, now },
      tags: ['key account', 'slow'].slice(which % 3),
      shown: shownForm(tags, now),
    });
  },
  group: async (team, { who, which }, now) =>
    setGroup(team.db, {
      ...{ workspace: await loadWorkspace(team.db, team.id), member: team.member, now },
      debtorId: await debtorOf(team, who),
      name: ['Kea', 'Kea', 'Southern', ''][which % 4] ?? '',
    }),
  groupBack: async (team, _, now) => {
    const last = await team.db.prisma.audit.findFirst({
      where: { workspaceId: team.id, action: 'group_set' },
      orderBy: { id: 'desc' },
    });
    const workspace = await loadWorkspace(team.db, team.id);
    const changeId = z.object({ changeId: z.string() }).parse(last?.after).changeId;
    return undoGroup(team.db, { workspace, member: team.member, changeId, now });
  },
  settings: async (team, { which, how }, now) => {
    const workspace = await loadWorkspace(team.db, team.id);
    const stands = inOneOrder(await loadSettings(team.db, workspace));
    return saveSettings(team.db, {
      ...{ workspace, member: team.member, now },
      client: { users: { info: () => Promise.reject(new Error('everybody is a member')) } },
      wanted: {
        ...stands,
        promptsAt: ['08:00', '09:00', '11:00'][which % 3] ?? '',
        zone: how ? 'Europe/Berlin' : 'Europe/London',
        country: how ? 'DE' : 'GB',
        region: which > 3 ? 'BY' : undefined,
        closingDays: which > 2 ? ['2026-03-05'] : [],
      },
      shown: shownForm(stands, now),
    });
  },
  limits: async (team, { which }, now) => {
    const workspace = await loadWorkspace(team.db, team.id);
    const stands = limitsOf(workspace.settings);
    return saveLimits(team.db, {
      ...{ workspace, member: team.member, now },
      wanted: { ...stands, freshnessDays: which, smallBalance: { GBP: which * 100 } },
      shown: shownForm(stands, now),
    });
  },
  client: async (team, { how }, now) => {
    const workspace = await loadWorkspace(team.db, team.id);
    const creditor = await team.db.prisma.creditor.findFirstOrThrow({ where: { workspaceId: team.id } });
    const stands = letterheadOf(creditor);
    return saveLetterhead(team.db, {
      ...{ workspace, member: team.member, now, creditorId: creditor.id },
      wanted: { ...stands, isClient: how },
      shown: shownForm(stands, now),
    });
  },
};

async function agreement(
  team: Team,
  { who, outcome, now }: { who: number; outcome: 'paused' | 'resumed'; now: Date },
  record: Parameters<typeof logAgreement>[2],
): Promise<unknown> {
  const debtorId = await debtorOf(team, who);
  const workspace = await loadWorkspace(team.db, team.id);
  return logAgreement(
    team.db,
    { workspace, member: team.member, debtorId, outcome, key: newId(), now },
    record,
  );
}

async function debtorOf(team: Team, who: number): Promise<string> {
  const all = await team.debtors();
  return all[who % all.length] ?? '';
}

/** A ledger file, which says of each customer what they are, and knows one address of one of them. */
async function bringIn(team: Team, { how, which }: Pick<Step, 'how' | 'which'>, now: Date): Promise<unknown> {
  const email = how ? (EMAILS[which % EMAILS.length] ?? '') : '';
  const lines = CUSTOMERS.map((customer, index) =>
    [
      `A-${index}`,
      customer,
      '2026-01-31',
      '100',
      `${90 - which}`,
      how && index === which % 3 ? 'individual' : 'business',
      index === which % 3 ? email : '',
    ].join(','),
  );
  return importLedger({
    ...{ db: team.db, workspace: await loadWorkspace(team.db, team.id), now, confirm: true },
    file: fileOf(['Invoice,Customer,Due,Amount,Open,Kind,Email', ...lines]),
    map: parseColumnMap([...LIST, 'Kind=kind', 'Email=email']),
    memberId: team.member.id,
  });
}
