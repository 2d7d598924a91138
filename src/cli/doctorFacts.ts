import { readFile, realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { DulyError } from '../core/DulyError.ts';
import type { Db } from '../db/client.ts';
import { loadWorkspace, type WorkspaceContext } from '../db/workspaceContext.ts';
import { checkMailServer } from '../delivery/mail/checkMailServer.ts';
import { slackClient } from '../delivery/slackClient.ts';
import { mongoJobStore } from '../jobs/mongoJobStore.ts';
import { askSlack, lookAtChannels, type SlackAnswers } from '../useCases/doctor/askSlack.ts';
import type { Answer, DoctorFacts, SlackFacts } from '../useCases/doctor/DoctorFacts.ts';
import { loadWorkspaceFacts } from '../useCases/doctor/loadWorkspaceFacts.ts';
import type { CliContext } from './CliContext.ts';
import { failureSentence } from './failureSentence.ts';

const MANIFEST = new URL('../../manifest.json', import.meta.url);

/** Asks everything that `diagnose` looks at: environment, database, Slack, mail server, job store. Makes and changes nothing. */
export async function doctorFacts(context: CliContext, named: string | undefined): Promise<DoctorFacts> {
  const now = context.clock.now();
  const { smtpUrl, mongodbUri, databaseUrl, dataDir } = context.config();
  const [slack, mail] = await Promise.all([
    askTokens(context),
    smtpUrl === null ? null : checkMailServer(smtpUrl),
  ]);
  let db: Db;
  try {
    db = await context.db();
  } catch (error) {
    const why = error instanceof DulyError ? error.userMessage : (failureSentence(error) ?? String(error));
    return {
      now,
      database: { ok: false, why },
      jobs: { store: 'PostgreSQL', ok: false, why },
      slack: null,
      mail,
    };
  }
  const workspace = await findWorkspace(db, context, named, slack?.teamId);
  const facts = workspace && (await loadWorkspaceFacts(db, { workspace, now }));
  const channels = slack?.token.ok && facts ? await seeChannels(context, Object.values(facts.channels)) : {};
  return {
    now,
    database: {
      ok: true,
      migrations: await countMigrations(db),
      ...(databaseUrl === null && { folder: await realpath(join(dataDir, 'postgres')) }),
    },
    jobs:
      mongodbUri === null
        ? await postgresJobs(db)
        : { store: 'MongoDB', ...(await mongoAnswers(mongodbUri)) },
    slack: slack && { ...slack, channels },
    mail,
    workspace: facts,
  };
}

async function askTokens(context: CliContext): Promise<SlackAnswers | null> {
  const { slack } = context.config();
  const bot = botOf(context);
  if (!slack || !bot) return null;
  const { transport, apiUrl } = slack;
  const where = apiUrl === null ? {} : { apiUrl };
  const app = transport.kind === 'socket' ? slackClient({ token: transport.appToken, ...where }) : undefined;
  return askSlack({ bot, app, manifest: JSON.parse(await readFile(MANIFEST, 'utf8')) });
}

async function seeChannels(
  context: CliContext,
  ids: readonly (string | undefined)[],
): Promise<SlackFacts['channels']> {
  const bot = botOf(context);
  return bot
    ? lookAtChannels(
        bot,
        ids.filter((id) => id !== undefined),
      )
    : {};
}

function botOf(context: CliContext) {
  const { slack } = context.config();
  if (slack?.workspaces.kind !== 'one') return undefined;
  const { apiUrl, workspaces } = slack;
  return slackClient({ token: workspaces.botToken, ...(apiUrl === null ? {} : { apiUrl }) });
}

/** The workspace of the token's team, else the named or only one; looking makes none. */
async function findWorkspace(
  db: Db,
  context: CliContext,
  named: string | undefined,
  teamId: string | undefined,
): Promise<WorkspaceContext | undefined> {
  if (named === undefined && teamId !== undefined) {
    const connected = await db.prisma.workspace.findUnique({ where: { teamId } });
    if (connected) return loadWorkspace(db, connected.id);
  }
  return (await db.prisma.workspace.count()) === 0 ? undefined : context.workspace(named);
}

async function countMigrations(db: Db): Promise<number> {
  const rows = await db.sql(
    z.object({ done: z.bigint() }),
    'SELECT count(*) AS done FROM _prisma_migrations WHERE finished_at IS NOT NULL',
  );
  return Number(rows[0]?.done ?? 0n);
}

async function postgresJobs(db: Db): Promise<DoctorFacts['jobs']> {
  const [job] = await db.sql(
    z.object({ last_run_at: z.date().nullable() }),
    `SELECT last_run_at FROM agenda_jobs WHERE name = 'heartbeat'`,
  );
  return { store: 'PostgreSQL', ok: true, lastBeat: job?.last_run_at ?? undefined };
}

async function mongoAnswers(uri: string): Promise<Answer> {
  const store = mongoJobStore(uri);
  try {
    await store.backend.connect();
    return { ok: true };
  } catch (error) {
    return { ok: false, why: error instanceof Error ? error.message : String(error) };
  } finally {
    await store.close();
  }
}
