import { lastImportsMessage } from '../../../blocks/imports/lastImportsMessage.ts';
import { lastImports } from '../../useCases/ledger/lastImports.ts';
import type { SubCommand } from './SubCommand.ts';

const HOW = [
  'Export the open items or the bank statement as CSV, and drop the file into the direct message with Duly or into the import channel (finance and managers): you see what it would change before anything is.',
  'Where a file brings new customers, you choose what they are before you import: businesses, sole traders or private individuals. The kind chosen beforehand is the usual one of /debt settings.',
  'IBM, Xero, QuickBooks and bank files are known by their columns; for others you are asked what the columns hold.',
  'The PDF of an open invoice, dropped into the direct message, goes along with the reminders before and on its due date: its name has to hold the invoice’s number, else you are asked.',
  'On the machine that Duly runs on: npm run -s duly -- import FILE. The same file again changes nothing.',
];

/** How the ledger is brought in, and the last imports, to the asker alone. */
export const imports: SubCommand = {
  help: {
    usage: 'import',
    does: 'How to bring the ledger in, and the last imports: who, when, how many rows, and what came of them. A manager can undo the last one until the end of the next business day.',
    examples: ['import'],
  },
  understands: (words) => words === '',
  async run({ deps, workspace, member, now, answer }) {
    const view = await lastImports(deps.db, { workspace, member, now });
    await answer(lastImportsMessage(view, HOW));
  },
};
