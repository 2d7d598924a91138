import { actions } from '../actions.ts';
import { button } from '../button.ts';
import type { Text } from '../Markup.ts';
import { message, type SlackMessage } from '../message.ts';
import { section } from '../section.ts';

/** A case was handed off: what was said of it, and the pack to pass on with it. */
export function handedOffMessage({ text, debtorId }: { text: Text; debtorId: string }): SlackMessage {
  const pack = button({ text: 'Evidence pack', actionId: 'export_evidence', value: debtorId });
  return message({ text, blocks: [section(text), actions([pack])] });
}
