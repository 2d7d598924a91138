import { isObject, type JsonObject, objectsOf } from '../../json.ts';
import type { Channel, State } from '../api/state.ts';
import { spoken } from '../text/spoken.ts';
import type { MenuGroup, MenuOption } from './MenuOption.ts';

/** The options written into an element, or answered by the app for one. */
export function optionGroups({ options, option_groups: groups }: JsonObject): readonly MenuGroup[] {
  if (!Array.isArray(groups)) return [{ options: objectsOf(options).map(menuOption) }];
  return objectsOf(groups).map((group) => ({
    label: textOf(group.label),
    options: objectsOf(group.options).map(menuOption),
  }));
}

export function menuOption(option: JsonObject): MenuOption {
  const description = textOf(option.description);
  return {
    key: String(option.value),
    text: textOf(option.text),
    ...(description === '' ? {} : { description }),
    chosen: option,
  };
}

/** The people one may pick. */
export function peopleGroups({ users }: State): readonly MenuGroup[] {
  return [{ options: users.map((user) => ({ key: user.id, text: user.real_name, chosen: user.id })) }];
}

/** The conversations one may pick, of the kinds that the element asks for. */
export function channelGroups({ channels }: State, element: JsonObject): readonly MenuGroup[] {
  const isPublicOnly = String(element.type).includes('channels_select');
  const wanted =
    isObject(element.filter) && Array.isArray(element.filter.include) ? element.filter.include : undefined;
  const fits = (channel: Channel) =>
    !channel.is_archived &&
    (isPublicOnly ? kindOf(channel) === 'public' : (wanted?.includes(kindOf(channel)) ?? true));
  const options = channels.filter(fits).map((channel) => ({
    key: channel.id,
    text: channel.is_im ? channel.name : `#${channel.name}`,
    chosen: channel.id,
  }));
  return [{ options }];
}

function kindOf({ is_im, is_private }: Channel): string {
  return is_im ? 'im' : is_private ? 'private' : 'public';
}

function textOf(text: unknown): string {
  return isObject(text) ? spoken({ text: String(text.text) }) : '';
}
