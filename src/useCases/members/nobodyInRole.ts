import type { Markup } from '../../../blocks/Markup.ts';
import { mrkdwn } from '../../../blocks/mrkdwn.ts';

/** What managers have to know when nobody has a role any more, and how to give it to somebody; undefined for a role that may stay empty. */
export function nobodyInRole(role: string): Markup | undefined {
  return sentences[role];
}

const sentences: Readonly<Record<string, Markup>> = {
  finance: mrkdwn`Nobody is in finance any more: what finance is asked goes to a manager, and a hand-off waits, since finance has to approve it too. \`/debt settings\` gives the role to somebody.`,
  collector: mrkdwn`Nobody is a collector any more: what is asked about accounts goes to a manager. \`/debt settings\` gives the role to somebody.`,
};
