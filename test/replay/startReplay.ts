import { readFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pino } from 'pino';
import { type Day, dayOf, isoDay } from '../../src/core/day.ts';
import { newId } from '../../src/core/newId.ts';
import { settingsOfNewWorkspace } from '../../src/core/settings.ts';
import { instantAt } from '../../src/core/zone.ts';
import { loadWorkspace, type WorkspaceContext } from '../../src/db/workspaceContext.ts';
import { parseColumnMap } from '../../src/imports/ColumnMap.ts';
import { type Playground, startPlayground } from '../../src/playground/startPlayground.ts';
import { type RunningDuly, startDuly } from '../../src/startDuly.ts';
import { importLedger } from '../../src/useCases/ledger/importLedger.ts';
import { Person } from '../support/Person.ts';
import { channels, people, playgroundChannels, playgroundUsers, TEAM } from '../support/sampleTeam.ts';
import { openDatabase, type TestDatabase } from '../support/testDatabase.ts';
import { bankCsv, type IbmInvoice, ledgerCsv } from './ibmLedger.ts';

export const ZONE = 'America/New_York';

export interface Replay {
  readonly database: TestDatabase;
  readonly playground: Playground;
  readonly duly: RunningDuly;
  readonly colin: Person;
  readonly marta: Person;
  workspace(): Promise<WorkspaceContext>;
  /** moves the clock to a time of day in New York; what falls due on the way is done */
  moveTo(day: Day, time: string): Promise<void>;
  /** what the bank booked on that day arrives, then what was billed */
  books(day: Day): Promise<void>;
  stop(): Promise<void>;
}

const MAP = parseColumnMap(['account=account', 'number=number', 'issued=issued', 'due=due', 'amount=amount']);

/** The real app on a local Slack in `first`, at five in the morning: the ledger imported, a collector, a manager, not started. */
export async function startReplay(ledger: readonly IbmInvoice[], first: Day): Promise<Replay> {
  const database = await openDatabase();
  const { db } = database;
  const playground = await startPlayground({
    manifest: JSON.parse(await readFile(new URL('../../manifest.json', import.meta.url), 'utf8')),
    team: TEAM,
    users: playgroundUsers(),
    channels: playgroundChannels(),
    start: instantAt(first, '05:00', ZONE),
  });
  const workspaceId = newId();
  const now = instantAt(first, '05:00', ZONE);
  await db.prisma.workspace.create({
    data: {
      id: workspaceId,
      teamId: TEAM.id,
      name: TEAM.name,
      zone: ZONE,
      locale: 'en-US',
      country: 'US',
      currency: 'USD',
      settings: {
        channels: {
          collections: channels.collections,
          approvals: channels.approvals,
          finance: channels.finance,
        },
        smallBalance: {},
        ...settingsOfNewWorkspace,
      },
      createdAt: now,
    },
  });
  for (const name of ['marta', 'colin', 'fiona'] as const) {
    await db.prisma.member.create({
      data: {
        id: newId(),
        workspaceId,
        slackUserId: people[name].id,
        name: people[name].name,
        role: people[name].role,
        zone: ZONE,
        locale: 'en-US',
        capacity: 500,
        createdAt: now,
      },
    });
  }
  const workspace = () => loadWorkspace(db, workspaceId);
  await importLedgerOf(first);
  await db.prisma.creditor.updateMany({
    where: { workspaceId },
    data: { email: 'accounts@northwind.example' },
  });

  const duly = await startDuly({
    db,
    slack: { botToken: playground.botToken, appToken: playground.appToken, apiUrl: playground.apiUrl },
    jobStore: { databaseUrl: database.url },
    smtpUrl: playground.smtpUrl,
    clockUrl: playground.clockUrl,
    pace: { postsPerSecond: Number.POSITIVE_INFINITY },
    log: pino({ level: process.env.TEST_LOG_LEVEL ?? 'silent' }),
  });

  return {
    database,
    playground,
    duly,
    colin: new Person(playground.url, people.colin.id),
    marta: new Person(playground.url, people.marta.id),
    workspace,
    async moveTo(day, time) {
      const answer = await fetch(`${playground.url}/client/clock`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ to: instantAt(day, time, ZONE).toISOString() }),
      });
      if (!answer.ok) throw new Error(`the clock: ${await answer.text()}`);
    },
    async books(day) {
      await importCsv(`bank-${isoDay(day)}.csv`, bankCsv(ledger, day), day, false);
      await importLedgerOf(day);
    },
    async stop() {
      await duly.stop();
      await playground.stop();
      await database.drop();
    },
  };

  /** The day's export, where anything was billed since; new customers get a contact and an owner. */
  async function importLedgerOf(day: Day): Promise<void> {
    if (day > first && !ledger.some(({ issuedOn }) => issuedOn === day)) return;
    await importCsv(`ledger-${isoDay(day)}.csv`, ledgerCsv(ledger, day), day, true);
    await giveContacts();
  }

  async function importCsv(name: string, text: string, asOf: Day, isLedger: boolean): Promise<void> {
    const result = await importLedger({
      db,
      workspace: await workspace(),
      now: instantAt(asOf, '06:00', ZONE),
      file: { name, stream: Readable.from([text]) },
      asOf,
      currency: 'USD',
      ...(isLedger ? { map: MAP, kind: 'business' as const } : {}),
    });
    if (result.status !== 'applied' || result.counts.rejected > 0) {
      throw new Error(
        `${name}: ${result.status}: ${result.sentences.join(' ')} ${JSON.stringify(result.rejected.slice(0, 3))}`,
      );
    }
  }

  async function giveContacts(): Promise<void> {
    const debtors = await db.prisma.debtor.findMany({ where: { workspaceId, ownerId: null } });
    if (debtors.length === 0) return;
    await db.prisma.contact.createMany({
      data: debtors.map(({ id, account }) => ({
        id: newId(),
        workspaceId,
        debtorId: id,
        name: `Pat ${account}`,
        phone: '+1 202 555 0100',
        email: `pat@${account.toLowerCase()}.example`,
        createdAt: now,
      })),
    });
    // one owner, so that the scripted collector has them all
    const collector = await db.prisma.member.findFirstOrThrow({ where: { workspaceId, role: 'collector' } });
    await db.prisma.debtor.updateMany({
      where: { workspaceId, ownerId: null },
      data: { ownerId: collector.id },
    });
  }
}

export const FIRST_DAY = dayOf('2012-01-03');
export const LAST_DAY = dayOf('2014-01-09');
