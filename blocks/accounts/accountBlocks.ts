import type { Block } from '../Block.ts';
import { context } from '../context.ts';
import { fields } from '../fields.ts';
import { header } from '../header.ts';
import { join } from '../join.ts';
import type { Markup, Text } from '../Markup.ts';
import { mrkdwn } from '../mrkdwn.ts';
import { section } from '../section.ts';
import type { AccountView, ContactView } from './AccountView.ts';
import { confirmActions } from './confirmActions.ts';

/** The account on one screen: what is owed, where the case stands, whom to reach, what was agreed and done. */
export function accountBlocks(view: AccountView): (Block | undefined)[] {
  return [
    header(view.name),
    view.about.length > 0 ? context(join(view.about, ' · ')) : undefined,
    view.warnings.length > 0
      ? section(join(view.warnings.map((warning) => mrkdwn`*${warning}*`)))
      : undefined,
    ...balanceBlocks(view),
    section(mrkdwn`*Stage:* ${view.stage}\n*Next:* ${view.next}`),
    ...contactBlocks(view.contacts),
    ...view.sections
      .filter(({ lines }) => lines.length > 0)
      .flatMap(({ title, lines, confirms }) => [
        section(titled(title, lines)),
        confirmActions(view, confirms),
      ]),
    view.activities.length > 0 ? section(titled('Last activities', view.activities)) : undefined,
  ];
}

function balanceBlocks({ balances }: AccountView): Block[] {
  if (balances.length === 0) return [section('Nothing is open on this account.')];
  return fields(
    balances.flatMap(({ currency, total, overdue, ages }): [string, Text][] => [
      [balances.length > 1 ? `Overdue, ${currency}` : 'Overdue', overdue],
      [balances.length > 1 ? `Open in all, ${currency}` : 'Open in all', join([total, ...ages])],
    ]),
  );
}

function contactBlocks(contacts: readonly ContactView[]): Block[] {
  if (contacts.length === 0) return [section(mrkdwn`*Contacts*\nNobody on file: add a contact.`)];
  const lines = contacts.map(({ name, role, ways, calls }) =>
    join([mrkdwn`*${name}* (${role}) ${join(ways, ' · ')}`, mrkdwn`    Calls: ${calls}`]),
  );
  return [section(titled('Contacts', lines))];
}

function titled(title: string, lines: readonly Text[]): Markup {
  return join([mrkdwn`*${title}*`, ...lines.map((line) => mrkdwn`• ${line}`)]);
}
