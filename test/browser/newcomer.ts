import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort } from '../support/freePort.ts';
import { openDatabase } from '../support/testDatabase.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

export interface Newcomer {
  readonly url: string;
  /** does what nobody has to look at while it is done */
  call(name: string, body: object): Promise<void>;
  stop(): Promise<void>;
}

/** Duly as `npm start` brings it up for somebody who has just cloned it: the sample company on its local Slack. */
export async function newcomer(): Promise<Newcomer> {
  const database = await openDatabase();
  const dataDir = await mkdtemp(join(tmpdir(), 'duly-newcomer-'));
  const child = spawn(process.execPath, ['src/bin.mjs', 'start'], {
    cwd: ROOT,
    env: {
      PATH: process.env.PATH,
      DATABASE_URL: database.url,
      DULY_DATA_DIR: dataDir,
      PLAYGROUND_PORT: String(await freePort()),
      LOG_LEVEL: 'error',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const url = await saysWhereToLook(child);
  return {
    url,
    async call(name, body) {
      const headers = { 'content-type': 'application/json' };
      const answer = await fetch(`${url}/client/${name}`, {
        method: 'POST',
        headers,
        body: JSON.stringify(body),
      });
      const said = await answer.text();
      if (!said.includes('"ok":true')) throw new Error(`${name}: ${said}`);
    },
    async stop() {
      const ended = new Promise((resolve) => child.once('close', resolve));
      child.kill('SIGTERM');
      await ended;
      await rm(dataDir, { recursive: true, force: true });
      await database.drop();
    },
  };
}

function saysWhereToLook(child: ChildProcess): Promise<string> {
  let said = '';
  return new Promise((resolve, reject) => {
    child.stdout?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const [, url] = /Look:\s+(\S+)/.exec(said) ?? [];
      if (url) resolve(url);
    });
    child.once('close', () => reject(new Error(`Duly ended: ${said}`)));
  });
}
