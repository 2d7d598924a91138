import { readFile } from 'node:fs/promises';
import { onTestFinished, vi } from 'vitest';
import { z } from 'zod';
import { newId } from '../../src/core/newId.ts';
import type { Db } from '../../src/db/client.ts';
import { loadWorkspace, type WorkspaceContext } from '../../src/db/workspaceContext.ts';
import { type Playground, startPlayground } from '../../src/playground/startPlayground.ts';
import { Person } from './Person.ts';
import {
  channels,
  type Name,
  names,
  people,
  playgroundChannels,
  playgroundUsers,
  TEAM,
} from './sampleTeam.ts';
import { testDatabase } from './testDatabase.ts';

// a story is a whole day's work, and takes its time where other work goes on
vi.setConfig({ testTimeout: 60_000 });

export interface TeamOptions {
  /** default: Monday 23 November 2026, 08:00 in London: before the digests and the prompts of the day */
  readonly start?: string;
  /** settings of the workspace over its defaults; its channels are set, but for finance, whose pictures take their time */
  readonly settings?: Record<string, unknown>;
  /** false: no manager has started it yet */
  readonly started?: boolean;
}

/** A team on a local Slack with a database, and no Duly yet. */
export interface Team {
  readonly db: Db;
  readonly databaseUrl: string;
  readonly playground: Playground;
  readonly workspaceId: string;
  readonly channels: typeof channels;
  readonly person: Readonly<Record<Name, Person>>;
  /** ids of the members */
  readonly member: Readonly<Record<Name, string>>;
  workspace(): Promise<WorkspaceContext>;
  /** Lets something go wrong on Slack's side: see the playground's faults. */
  fault(fault: Record<string, unknown>): Promise<void>;
  /** Moves the clock by an ISO 8601 duration (`P1D`) or to an instant; what falls due on the way is done. */
  move(to: { advance: string } | { to: string }): Promise<void>;
  /** Everything that was mailed, oldest first. */
  mails(): Promise<Mail[]>;
  /** Every call and delivery between Slack and Duly, newest last. */
  traffic(): Promise<Traffic[]>;
}

const mailSchema = z.array(
  z.looseObject({
    from: z.string(),
    to: z.array(z.string()),
    subject: z.string(),
    text: z.string(),
    html: z.string(),
    attachments: z.array(
      z.looseObject({ filename: z.string(), type: z.string(), content_base64: z.string() }),
    ),
  }),
);
export type Mail = z.infer<typeof mailSchema>[number];

const trafficSchema = z.array(
  z.looseObject({
    direction: z.enum(['in', 'out']),
    kind: z.string(),
    name: z.string(),
    request: z.unknown(),
    response: z.unknown(),
    ms: z.number(),
  }),
);
export type Traffic = z.infer<typeof trafficSchema>[number];

/** Starts database and local Slack with the team at work, for the running test; both end with it. */
export async function teamOnSlack(options: TeamOptions = {}): Promise<Team> {
  const { db, url: databaseUrl } = await testDatabase();
  const start = new Date(options.start ?? '2026-11-23T08:00:00Z');
  const playground = await startPlayground({
    manifest: JSON.parse(await readFile(new URL('../../manifest.json', import.meta.url), 'utf8')),
    team: TEAM,
    users: playgroundUsers(),
    channels: playgroundChannels(),
    start,
  });
  onTestFinished(() => playground.stop());
  const { workspaceId, member } = await hire(db, options, start);
  const get = async (what: string): Promise<unknown> =>
    (await fetch(`${playground.url}/client/${what}`)).json();
  return {
    db,
    databaseUrl,
    playground,
    workspaceId,
    channels,
    member,
    person: byName((name) => new Person(playground.url, people[name].id)),
    workspace: () => loadWorkspace(db, workspaceId),
    fault: (fault) => post(`${playground.url}/client/faults`, fault),
    move: (to) => post(`${playground.url}/client/clock`, to),
    mails: async () => mailSchema.parse(await get('mail')),
    traffic: async () => trafficSchema.parse(await get('traffic')),
  };
}

async function post(url: string, body: object): Promise<void> {
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
  const said = await answer.text();
  if (!answer.ok || said.includes('"ok":false')) throw new Error(`${url}: ${said}`);
}

async function hire(db: Db, options: TeamOptions, now: Date) {
  const workspaceId = newId();
  const member = byName(() => newId());
  const { collections, approvals } = channels;
  const started = options.started === false ? {} : { startedAt: now, startedBy: member.marta };
  await db.prisma.workspace.create({
    data: {
      id: workspaceId,
      teamId: TEAM.id,
      name: TEAM.name,
      zone: 'Europe/London',
      locale: 'en-GB',
      country: 'GB',
      currency: 'GBP',
      settings: JSON.parse(JSON.stringify({ channels: { collections, approvals }, ...options.settings })),
      createdAt: now,
      ...started,
    },
  });
  for (const name of names) {
    const { id, role, name: realName, tz } = people[name];
    if (role === undefined) continue;
    await db.prisma.member.create({
      data: {
        id: member[name],
        workspaceId,
        slackUserId: id,
        name: realName,
        role,
        zone: tz,
        locale: 'en-GB',
        createdAt: now,
      },
    });
  }
  return { workspaceId, member };
}

function byName<T>(make: (name: Name) => T): Record<Name, T> {
  return Object.fromEntries(names.map((name) => [name, make(name)])) as Record<Name, T>;
}
