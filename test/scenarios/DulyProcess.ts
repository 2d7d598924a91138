import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import type { Team } from '../support/teamOnSlack.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Duly as an operator starts it, in a process of its own, connected to a team's local Slack; ends with the test. */
export class DulyProcess {
  readonly #child: ChildProcess;
  readonly #ended: Promise<void>;
  /** what it printed so far */
  said = '';

  private constructor(child: ChildProcess) {
    this.#child = child;
    this.#ended = new Promise((resolve) => child.once('close', () => resolve()));
  }

  /** Resolves when it says that it runs. `smtpUrl` in place of the team's own mail server; `more` environment on top. */
  static async start(
    team: Team,
    {
      smtpUrl = team.playground.smtpUrl,
      more = {},
    }: { smtpUrl?: string; more?: Record<string, string> } = {},
  ): Promise<DulyProcess> {
    const { botToken, appToken, apiUrl, clockUrl } = team.playground;
    const dataDir = await mkdtemp(join(tmpdir(), 'duly-process-'));
    const child = spawn(process.execPath, ['src/bin.mjs', 'start'], {
      cwd: ROOT,
      env: {
        PATH: process.env.PATH,
        DATABASE_URL: team.databaseUrl,
        SLACK_BOT_TOKEN: botToken,
        SLACK_APP_TOKEN: appToken,
        SLACK_API_URL: apiUrl,
        SMTP_URL: smtpUrl,
        PLAYGROUND_CLOCK_URL: clockUrl,
        DULY_DATA_DIR: dataDir,
        LOG_LEVEL: process.env.TEST_LOG_LEVEL ?? 'error',
        ...more,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const duly = new DulyProcess(child);
    onTestFinished(async () => {
      await duly.kill();
      await rm(dataDir, { recursive: true, force: true });
    });
    await new Promise<void>((resolve, reject) => {
      const hear = (chunk: Buffer) => {
        duly.said += chunk.toString();
        if (duly.said.includes('Duly is running')) resolve();
      };
      child.stdout?.on('data', hear);
      child.stderr?.on('data', (chunk: Buffer) => {
        duly.said += chunk.toString();
        if (process.env.TEST_LOG_LEVEL) process.stderr.write(chunk);
      });
      child.once('close', () => reject(new Error(`Duly ended: ${duly.said}`)));
    });
    return duly;
  }

  /** Ctrl+C: what is under way is finished. Answers its exit code. */
  async stop(): Promise<number | null> {
    this.#child.kill('SIGINT');
    await this.#ended;
    return this.#child.exitCode;
  }

  /** kill -9: nothing is finished, nobody is told. */
  async kill(): Promise<void> {
    this.#child.kill('SIGKILL');
    await this.#ended;
  }
}
