import { contact } from './contact.ts';
import { digest } from './digest.ts';
import { help } from './help.ts';
import { list } from './list.ts';
import { log } from './log.ts';
import type { SubCommands } from './SubCommand.ts';
import { settings } from './settings.ts';
import { show } from './show.ts';
import { start } from './start.ts';
import { why } from './why.ts';

const others: SubCommands = { log, show, list, why, digest, contact, start, settings };

/** All sub-commands of `/debt` there are. */
export const subCommands: SubCommands = { help: help(others), ...others };
