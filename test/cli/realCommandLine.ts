import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

const BIN = fileURLToPath(new URL('../../src/bin.mjs', import.meta.url));

/** What a command of a process of its own printed, and how it ended. */
interface Ended {
  readonly said: string;
  readonly complained: string;
  readonly code: number | null;
}

/**
 * Duly's command line as an operator types it, in a process and a folder of its own. `environment` is all that it knows besides
 * PATH.
 */
export async function realCommandLine(environment: Readonly<Record<string, string>>) {
  const folder = await mkdtemp(join(tmpdir(), 'duly-typed-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const env = { PATH: process.env.PATH, DULY_DATA_DIR: join(folder, 'data'), ...environment };
  const run = async (command: string, args: readonly string[]): Promise<Ended> => {
    const child = spawn(command, args, { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe'] });
    onTestFinished(() => void child.kill('SIGKILL'));
    let [said, complained] = ['', ''];
    child.stdout.on('data', (chunk) => (said += String(chunk)));
    child.stderr.on('data', (chunk) => (complained += String(chunk)));
    const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
    return { said, complained, code };
  };
  return {
    folder,
    duly: (...args: string[]) => run(process.execPath, [BIN, ...args]),
    /** on a terminal, as Linux' `script` makes one: what is complained goes to it too */
    onTerminal: (args: string) =>
      run('script', ['-qec', `"${process.execPath}" "${BIN}" ${args}`, '/dev/null']),
    /** into another program; ends as Duly itself does, where that program ends well */
    piped: (args: string, into: string) =>
      run('bash', ['-o', 'pipefail', '-c', `"$0" "$1" ${args} | ${into}`, process.execPath, BIN]),
  };
}
