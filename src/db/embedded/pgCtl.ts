import { execFile } from 'node:child_process';
import { chownSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { ServerUser } from './serverUser.ts';

const run = promisify(execFile);

/** Loopback only, no socket files, UTC whatever the machine says. */
const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: "''",
  timezone: 'UTC',
  log_timezone: 'UTC',
};

/** The server of one cluster, run by one user, through PostgreSQL's own tool. The server outlives the process that starts it. */
export class PgCtl {
  constructor(
    private readonly bin: string,
    private readonly home: string,
    private readonly cluster: string,
    private readonly user: ServerUser,
    private readonly settings: Readonly<Record<string, string>>,
  ) {}

  /** Answers undefined when the server is ready, else what it wrote about its failure. */
  async start(port: number): Promise<string | undefined> {
    const log = join(this.home, 'server.log');
    writeFileSync(log, ''); // this start only: a server that went well has nothing to tell
    if (this.user.uid !== undefined && this.user.gid !== undefined)
      chownSync(log, this.user.uid, this.user.gid);
    const settings = Object.entries({ ...SETTINGS, ...this.settings }).map(
      ([name, value]) => `-c ${name}=${value}`,
    );
    const options = ['-p', String(port), ...settings].join(' ');
    try {
      await this.run('start', '-w', '-t', '60', '-l', log, '-o', options);
      return undefined;
    } catch (error) {
      return readFileSync(log, 'utf8') || String(error);
    }
  }

  async stop(): Promise<void> {
    await this.run('stop', '-w', '-m', 'fast');
    rmSync(join(this.home, 'server.log'), { force: true });
  }

  private async run(command: string, ...args: string[]): Promise<void> {
    await run(join(this.bin, 'pg_ctl'), [command, '-D', this.cluster, ...args], {
      ...this.user,
      cwd: this.home,
    });
  }
}
