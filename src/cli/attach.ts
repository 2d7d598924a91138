import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Command } from 'commander';
import { DulyError } from '../core/DulyError.ts';
import { errorCodes } from '../core/errorCodes.ts';
import { todayOf, type WorkspaceContext } from '../db/workspaceContext.ts';
import { keepNamedCopy } from '../useCases/invoiceCopies/keepNamedCopy.ts';
import { isCopyName, readCopy } from '../useCases/invoiceCopies/readCopy.ts';
import type { CliContext } from './CliContext.ts';

/**
 * Adds `duly attach FILE…`: a line a file says what it is the copy of, or why it was not kept. Of a folder all PDFs are taken that lie in
 * it. Ends with 1 where one was not kept.
 */
export function attachCommand(program: Command, context: CliContext): void {
  program
    .command('attach')
    .description('keep PDFs as copies of the open invoices that their names name, to go along with reminders')
    .argument('<file...>', 'PDFs, or folders of them')
    .option('--workspace <name>', 'which workspace, where there are several')
    .action(async (files: string[], { workspace: named }: { workspace?: string }) => {
      const workspace = await context.workspace(named);
      for (const path of await withFolders(files)) {
        const { said, kept } = await attach(context, { workspace, path });
        context.print(`${path}: ${said}`);
        if (!kept) context.exitWith(1);
      }
    });
}

async function withFolders(paths: readonly string[]): Promise<string[]> {
  const lists = await Promise.all(
    paths.map(async (path) => {
      const isFolder = (await stat(path).catch(() => undefined))?.isDirectory();
      if (!isFolder) return [path];
      const copies = (await readdir(path)).filter(isCopyName).sort();
      return copies.length === 0 ? [path] : copies.map((name) => join(path, name));
    }),
  );
  return lists.flat();
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
    const code = errorCodes(error)[0] ?? '';
    const why = unreadable[code];
    if (why === undefined) throw error;
    return { said: why, kept: false };
  }
}

const unreadable: Readonly<Record<string, string>> = {
  EACCES: 'It cannot be read by this user.',
  EISDIR: 'No PDF is in this folder.',
  ENOENT: 'There is no such file.',
  ENOTDIR: 'There is no such file.',
  EPERM: 'It cannot be read by this user.',
};
