import { assign } from './assign.ts';
import { away } from './away.ts';
import { back } from './back.ts';
import { contact } from './contact.ts';
import { digest } from './digest.ts';
import { dispute } from './dispute.ts';
import { exportPack } from './exportPack.ts';
import { help } from './help.ts';
import { imports } from './imports.ts';
import { legalHold } from './legalHold.ts';
import { list } from './list.ts';
import { log } from './log.ts';
import { notice } from './notice.ts';
import { paid } from './paid.ts';
import { pause } from './pause.ts';
import { plan } from './plan.ts';
import { policy } from './policy.ts';
import { promise } from './promise.ts';
import { reply } from './reply.ts';
import { resume } from './resume.ts';
import type { SubCommands } from './SubCommand.ts';
import { settings } from './settings.ts';
import { show } from './show.ts';
import { simulate } from './simulate.ts';
import { start } from './start.ts';
import { statement } from './statement.ts';
import { stop } from './stop.ts';
import { why } from './why.ts';
import { writeoff } from './writeoff.ts';
import { wrote } from './wrote.ts';

const others: SubCommands = {
  ...{ log, promise, plan, dispute, pause, resume, stop, paid, reply, wrote, writeoff },
  ...{
    show,
    list,
    why,
    notice,
    statement,
    digest,
    contact,
    assign,
    away,
    back,
    'legal-hold': legalHold,
    policy,
    simulate,
    start,
    settings,
  },
  import: imports,
  export: exportPack,
};

/** All sub-commands of `/debt` there are. */
export const subCommands: SubCommands = { help: help(others), ...others };
