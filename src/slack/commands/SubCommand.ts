import type { CommandHelp } from '../../../blocks/help/CommandHelp.ts';
import type { DebtCommandName } from '../../core/parseDebtCommand.ts';
import type { Asker } from '../Asker.ts';
import type { Answer, CommandRequest } from '../handlers.ts';

/** One `/debt …`, however it was asked for: by the slash command, in a direct message, or by a mention. */
export interface DebtRequest extends Asker {
  /** everything after the sub-command, as typed; a debtor in quotes stands without them */
  readonly words: string;
  /** the words that stood in quotes first: surely a debtor; `words` begins with them */
  readonly debtor?: string | undefined;
  /** Slack ids of the members mentioned */
  readonly mentioned: readonly string[];
  /** only the asker sees it */
  readonly answer: Answer;
  /** where it was asked in the open: everybody in that thread sees it */
  readonly answerOpenly?: Answer | undefined;
  /** it was the slash command: it can open windows, and was asked in this channel */
  readonly slash?: CommandRequest;
}

export interface SubCommand {
  /** what `/debt help` says about it */
  readonly help: CommandHelp;
  /** title of the modal to open before anything is read, by all the words typed; needs the slash command */
  opens?(text: string): string | undefined;
  /** whether what was typed after it says something to it; the asker is told what was left out. Unless given it takes any words */
  understands?(words: string): boolean;
  /** its words name members */
  readonly namesMembers?: true;
  run(request: DebtRequest): Promise<void>;
}

/** The sub-commands there are, in the order of their help. */
export type SubCommands = Readonly<Partial<Record<DebtCommandName, SubCommand>>>;
