import { actions } from '../actions.ts';
import { button } from '../button.ts';
import { limits } from '../limits.ts';
import { message, type SlackMessage } from '../message.ts';
import { section } from '../section.ts';
import type { DigestPart } from './DigestPart.ts';

/** Lists of a digest that stand in no message of their own: each is shown by its button. */
export function moreListsMessage(
  parts: readonly Pick<DigestPart, 'key' | 'title' | 'total'>[],
): SlackMessage {
  const buttons = parts.map(({ key, title, total }) =>
    button({
      text: `Show: ${title} (${total})`,
      actionId: `digest_list:${key}`,
      value: key,
      label: `Show the list ${title}`,
    }),
  );
  const rows = Math.ceil(buttons.length / limits.actions.elements);
  const row = (n: number) => buttons.slice(n * limits.actions.elements, (n + 1) * limits.actions.elements);
  return message({
    text: `The other lists of the digest: ${parts.map(({ title, total }) => `${title} (${total})`).join(', ')}`,
    blocks: [section('The other lists'), ...Array.from({ length: rows }, (_, n) => actions(row(n)))],
  });
}
