import { distance } from 'fastest-levenshtein';

/** What `/debt` can do, in the order in which it is helpful to read. */
export const debtCommands = [
  'help',
  'log',
  'next',
  'promise',
  'plan',
  'dispute',
  'show',
  'why',
  'list',
  'assign',
  'paid',
  'reply',
  'wrote',
  'writeoff',
  'pause',
  'resume',
  'stop',
  'legal-hold',
  'contact',
  'notice',
  'statement',
  'away',
  'back',
  'import',
  'export',
  'digest',
  'report',
  'policy',
  'simulate',
  'start',
  'settings',
] as const;
export type DebtCommandName = (typeof debtCommands)[number];

const ALIASES: Readonly<Record<string, DebtCommandName>> = {
  '?': 'help',
  call: 'log',
  ptp: 'promise',
  instalments: 'plan',
  installments: 'plan',
  account: 'show',
  hold: 'pause',
  cease: 'stop',
  condition: 'stop',
  'write-off': 'writeoff',
};

/** More typing errors than this and it was another word. */
const TYPING_ERRORS = 2;

export type DebtCommand =
  | {
      readonly name: DebtCommandName;
      /** the first thing after the command where it stood in quotes: surely a debtor */
      readonly debtor?: string;
      /** everything after the command and a quoted debtor, one entry a word; quoted words stay together */
      readonly words: readonly string[];
      /** the same as typed */
      readonly rest: string;
    }
  | {
      /** the first word, which is no command */
      readonly unknown: string;
      /** the command that was probably meant */
      readonly nearest?: DebtCommandName;
      readonly rest: string;
    };

/** Reads the text of `/debt` (after `slackText`): any case, straight or curly quotes. No text is `help`. */
export function parseDebtCommand(text: string): DebtCommand {
  const plain = text.replace(/[“”„«»]/g, '"').trim();
  const [, typed = '', after = ''] = /^(\S+)\s*([\s\S]*)$/.exec(plain) ?? [];
  const word = typed.toLowerCase();
  const name = word === '' ? 'help' : (debtCommands.find((command) => command === word) ?? ALIASES[word]);
  if (!name) return { unknown: typed, ...nearestTo(word), rest: after };
  const [, quoted, others = ''] = /^"([^"]+)"\s*([\s\S]*)$/.exec(after) ?? [];
  const debtor = quoted?.trim();
  if (!debtor) return { name, words: wordsOf(after), rest: after };
  return { name, debtor, words: wordsOf(others), rest: others };
}

function wordsOf(text: string): string[] {
  return [...text.matchAll(/"([^"]+)"|\S+/g)].map((match) => match[1] ?? match[0]);
}

function nearestTo(word: string): { nearest?: DebtCommandName } {
  const near = debtCommands
    .map((command) => ({ command, away: isCutOff(word, command) ? 1 : distance(word, command) }))
    .sort((a, b) => a.away - b.away)[0];
  return near && near.away <= Math.min(TYPING_ERRORS, word.length - 1) ? { nearest: near.command } : {};
}

function isCutOff(word: string, command: string): boolean {
  return word.length >= 2 && command.startsWith(word);
}
