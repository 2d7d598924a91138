import { isObject, type JsonObject } from '../json.ts';
import type { LocalSlack } from '../LocalSlack.ts';
import { SlackError } from '../SlackError.ts';
import type { View } from '../state/model.ts';
import { newSlackId } from '../state/newSlackId.ts';
import { checkView } from '../webApi/checkView.ts';
import { completeBlocks } from './completeBlocks.ts';
import { stateValues } from './inputState.ts';

/** A view that is ready to be shown. @throws SlackError as views.open does for a bad view */
export function newView(
  slack: LocalSlack,
  content: unknown,
  where: { type: View['type']; user: string; above?: View | undefined; channel?: string | undefined },
): View {
  const checked = checkView(slack, content, where.type);
  refuseDuplicate(slack, checked);
  const id = newSlackId('V');
  const blocks = blocksOf(checked);
  return {
    id,
    type: where.type,
    user: where.user,
    hash: newHash(slack),
    blocks,
    content: checked,
    values: stateValues(blocks, {}, where.channel),
    rootId: where.above?.rootId ?? id,
    previousId: where.above?.id ?? null,
    errors: {},
    ...(where.channel === undefined ? {} : { channel: where.channel }),
  };
}

/**
 * Puts new content into a view that is open; what was typed stays where block and action ids stay.
 * @throws SlackError as views.update does for a bad view or a stale hash
 */
export function refillView(slack: LocalSlack, view: View, content: unknown, hash?: string): void {
  const checked = checkView(slack, content, view.type);
  if (hash !== undefined && hash !== view.hash) throw new SlackError('hash_conflict');
  refuseDuplicate(slack, checked, view);
  view.content = checked;
  view.blocks = blocksOf(checked);
  view.values = stateValues(view.blocks, view.values, view.channel);
  view.hash = newHash(slack);
  view.errors = {};
  slack.changed();
}

function blocksOf(content: JsonObject): View['blocks'] {
  return completeBlocks(Array.isArray(content.blocks) ? content.blocks.filter(isObject) : []);
}

function newHash(slack: LocalSlack): string {
  return `${Math.floor(slack.clock.now().getTime() / 1000)}.${newSlackId('', 8)}`;
}

function refuseDuplicate(slack: LocalSlack, content: JsonObject, self?: View): void {
  const holder = slack.views.findByExternalId(String(content.external_id ?? ''));
  if (holder && holder !== self) throw new SlackError('duplicate_external_id');
}
