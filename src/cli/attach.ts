import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import type { Command } from 'commander';
import { DulyError } from '../core/DulyError.ts';
import { todayOf, type WorkspaceContext } from '../db/workspaceContext.ts';
import { keepNamedCopy } from '../useCases/invoiceCopies/keepNamedCopy.ts';
import { readCopy } from '../useCases/invoiceCopies/readCopy.ts';
import type { CliContext } from './CliContext.ts';

/** Adds `duly attach FILE…`: a line a file says what it is the copy of, or why it was not kept. Ends with 1 where one was not. */
export function attachCommand(program: Command, context: CliContext): void {
  program
    .command('attach')
    .description('keep PDFs as copies of the open invoices that their names name, to go along with reminders')
    .argument('<file...>')
    .option('--workspace <name>', 'which workspace, where there are several')
    .action(async (files: string[], { workspace: named }: { workspace?: string }) => {
      const workspace = await context.workspace(named);
      for (const path of files) {
        const { said, kept } = await attach(context, { workspace, path });
        context.print(`${path}: ${said}`);
        if (!kept) context.exitWith(1);
      }
    });
}

async function attach(
  { db, clock }: CliContext,
  { workspace, path }: { workspace: WorkspaceContext; path: string },
): Promise<{ said: string; kept: boolean }> {
  try {
    const file = await readCopy({ name: basename(path), stream: createReadStream(path) });
    const found = await keepNamedCopy(await db(), {
      ...{ workspaceId: workspace.id, file, memberId: null },
      ...{ today: todayOf(workspace, clock.now()), now: clock.now() },
    });
    return 'unclear' in found
      ? { said: `Not kept. ${found.unclear}`, kept: false }
      : { said: found.said.join(' '), kept: true };
  } catch (error) {
    if (error instanceof DulyError) return { said: error.userMessage, kept: false };
    if (!isFileError(error)) throw error;
    return { said: `It cannot be read: ${error.message}`, kept: false };
  }
}

function isFileError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'syscall' in error && 'path' in error;
}
