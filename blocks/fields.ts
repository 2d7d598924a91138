import type { types } from '@slack/bolt';
import { limits } from './limits.ts';
import type { Text } from './Markup.ts';
import { mrkdwn } from './mrkdwn.ts';
import { mrkdwnText } from './mrkdwnText.ts';

/** Labelled facts in two columns; as many sections as it takes. */
export function fields(facts: readonly (readonly [label: string, value: Text])[]): types.SectionBlock[] {
  const shown = facts.map(([label, value]) => mrkdwnText(mrkdwn`*${label}*\n${value}`, limits.section.field));
  const per = limits.section.fields;
  return Array.from({ length: Math.ceil(shown.length / per) }, (_, index) => ({
    type: 'section',
    fields: shown.slice(index * per, (index + 1) * per),
  }));
}
