import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { z } from 'zod';
import { addBusinessDays } from '../../src/core/calendar.ts';
import type { Day } from '../../src/core/day.ts';
import { dayIn } from '../../src/core/zone.ts';
import type { Db } from '../../src/db/client.ts';
import { startPlayground } from '../../src/playground/startPlayground.ts';
import { samplePlayground } from '../../src/sample/samplePlayground.ts';
import { sampleCalendar, sampleStart, sampleTime } from '../../src/sample/sampleStart.ts';
import { personNames, samplePeople } from '../../src/sample/sampleTeam.ts';
import { startSample } from '../../src/sample/startSample.ts';
import { startDuly } from '../../src/startDuly.ts';
import { Person, type Seen } from '../support/Person.ts';
import { openDatabase } from '../support/testDatabase.ts';

const mailSchema = z.array(
  z.looseObject({
    at: z.string(),
    to: z.array(z.string()),
    subject: z.string(),
    text: z.string(),
    attachments: z.array(z.looseObject({ filename: z.string(), type: z.string(), size: z.number() })),
  }),
);

/** The sample as `npm start` shows it, on a local Slack, begun on the business day of `realNow`. */
export interface SampleInSlack {
  readonly db: Db;
  /** moves the clock on, day by day, to the evening of the `businessDays`th; nobody clicks anything */
  pass(businessDays: number): Promise<void>;
  /** what can be seen by anybody at Larkfield, each message once, by the names of channel or direct message */
  seen(): Promise<SeenSomewhere[]>;
  mails(): Promise<z.infer<typeof mailSchema>>;
  stop(): Promise<void>;
}

export type SeenSomewhere = Seen & { readonly where: string };

export async function sampleInSlack(realNow: string): Promise<SampleInSlack> {
  const database = await openDatabase();
  const { db } = database;
  const dataDir = await mkdtemp(join(tmpdir(), 'duly-sample-'));
  const start = sampleStart(new Date(realNow));
  const log = pino({ level: process.env.TEST_LOG_LEVEL ?? 'silent' });
  const playground = await startPlayground({
    ...(await samplePlayground({ dataDir, playground: { port: 0 } })),
    start,
  });
  const { botToken, appToken, apiUrl, smtpUrl, clockUrl, url } = playground;
  const duly = await startDuly({
    db,
    slack: { botToken, appToken, apiUrl },
    jobStore: { databaseUrl: database.url },
    smtpUrl,
    clockUrl,
    sources: async (workspaceId, clock) => [await startSample({ db, workspaceId, clock, log })],
    pace: { postsPerSecond: Number.POSITIVE_INFINITY },
    log,
  });
  let passed = 0;
  const move = async (day: Day) => {
    const to = sampleTime(day, '18:00').toISOString();
    const answer = await fetch(`${url}/client/clock`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ to }),
    });
    const { now } = z.looseObject({ now: z.string() }).parse(await answer.json());
    if (now < to) throw new Error(`asked for ${to}, it is ${now}`);
  };
  return {
    db,
    async pass(businessDays) {
      const first = dayIn('Europe/London', start);
      for (; passed < businessDays; passed++) await move(addBusinessDays(sampleCalendar, first, passed));
    },
    async seen() {
      const found = new Map<string, SeenSomewhere>();
      for (const name of personNames) {
        const { channels } = await new Person(url, samplePeople[name].id).state();
        for (const channel of channels) {
          const where = channel.id.startsWith('D') ? `@${name}` : `#${channel.name}`;
          for (const message of channel.messages)
            found.set(`${channel.id}:${message.ts}`, { ...message, channel: channel.id, where });
        }
      }
      return [...found.values()].sort((a, b) => Number(a.ts) - Number(b.ts));
    },
    async mails() {
      return mailSchema.parse(await (await fetch(`${url}/client/mail`)).json());
    },
    async stop() {
      await duly.stop();
      await playground.stop();
      await database.drop();
      await rm(dataDir, { recursive: true });
    },
  };
}
