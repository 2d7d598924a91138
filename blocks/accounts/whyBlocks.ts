import type { Block } from '../Block.ts';
import { context } from '../context.ts';
import { join } from '../join.ts';
import type { Text } from '../Markup.ts';
import { mrkdwn } from '../mrkdwn.ts';
import { section } from '../section.ts';
import type { ReasonView, WhyView } from './WhyView.ts';

const words = { pass: 'Lets it go', stop: 'Holds it back', note: 'Known' };

/** Rule by rule, in the order in which the policy looked. */
export function whyBlocks(view: WhyView): (Block | undefined)[] {
  return [
    section(mrkdwn`*${view.debtorName}, ${view.day}*\n${view.answer}`),
    ...view.taken.map(({ stage, reasons }) =>
      section(join([mrkdwn`*Done that day: ${stage}*`, ...reasons.map(reasonLine)])),
    ),
    view.reasons.length > 0
      ? section(join([mrkdwn`*Rule by rule*`, ...view.reasons.map(reasonLine)]))
      : undefined,
    view.silent.length > 0
      ? context(`Looked at too, with nothing against it: ${view.silent.join('; ')}.`)
      : undefined,
    view.caveat ? context(view.caveat) : undefined,
  ];
}

function reasonLine({ outcome, sentence }: ReasonView): Text {
  return mrkdwn`• _${words[outcome]}:_ ${sentence}`;
}
