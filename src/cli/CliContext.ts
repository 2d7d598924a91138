import type { Clock } from '../clock.ts';
import type { Config } from '../config.ts';
import type { Db } from '../db/client.ts';
import type { WorkspaceContext } from '../db/workspaceContext.ts';
import type { Log } from '../log.ts';

/** What a command of the command line works with. The database is opened when a command asks for it first. */
export interface CliContext {
  db(): Promise<Db>;
  /** the environment; throws DulyError that names every mistake */
  config(): Config;
  readonly clock: Clock;
  readonly log: Log;
  /** The named workspace, else the only one; made on a fresh database. Throws DulyError where there are several. */
  workspace(named?: string): Promise<WorkspaceContext>;
  /** Writes a line to standard output. */
  print(line: string): void;
  /** Sets what the process ends with; 0 unless told. */
  exitWith(code: number): void;
}
