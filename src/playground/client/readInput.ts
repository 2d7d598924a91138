import { stateFieldOf } from '../interaction/inputState.ts';
import { isObject, type JsonObject, objectsOf } from '../json.ts';
import type { LocalSlack } from '../LocalSlack.ts';
import { SlackError } from '../SlackError.ts';

/** The options written into an element itself. */
function ownOptions(element: JsonObject): JsonObject[] {
  return [
    ...objectsOf(element.options),
    ...objectsOf(element.option_groups).flatMap((group) => objectsOf(group.options)),
  ];
}

/**
 * The option a person picks, whole: by the option object or its bare value. One that the element (or, for
 * external selects, the app's last answer) does not offer cannot be picked.
 * @throws SlackError no_such_option
 */
export function readOption(element: JsonObject, picked: unknown): JsonObject {
  const value = isObject(picked) ? picked.value : picked;
  const known = ownOptions(element).find((option) => option.value === value);
  if (known) return known;
  const isExternal = String(element.type).includes('external_select');
  if (isExternal && isObject(picked) && isObject(picked.text) && typeof value === 'string') return picked;
  throw new SlackError('no_such_option');
}

/** What a person put into an element, as `state.values` holds it. @throws SlackError no_such_option, invalid_value */
export function readInput(slack: LocalSlack, element: JsonObject, given: JsonObject): JsonObject {
  const place = stateFieldOf(element.type);
  if (!place) throw new SlackError('invalid_value');
  const value = given[place.field];
  const stored = (read: unknown) => ({
    type: element.type,
    [place.field]: read,
    ...(typeof element.timezone === 'string' ? { timezone: element.timezone } : {}),
  });
  if (value === undefined || value === null || value === '') return stored(place.many ? [] : null);
  if (!place.many) return stored(readOne(slack, element, place.field, value));
  if (!Array.isArray(value)) throw new SlackError('invalid_value');
  return stored(value.map((entry) => readOne(slack, element, place.field.replace(/s$/, ''), entry)));
}

function readOne(slack: LocalSlack, element: JsonObject, field: string, value: unknown): unknown {
  const fits = (ok: boolean) => {
    if (!ok) throw new SlackError('invalid_value');
    return value;
  };
  switch (field) {
    case 'selected_option':
      return readOption(element, value);
    case 'selected_user':
      return fits(slack.users.has(String(value)));
    case 'selected_conversation':
    case 'selected_channel':
      return fits(slack.conversations.get(String(value)) !== undefined);
    case 'selected_date':
      return fits(/^\d{4}-\d{2}-\d{2}$/.test(String(value)) && !Number.isNaN(Date.parse(String(value))));
    case 'selected_time':
      return fits(/^([01]\d|2[0-3]):[0-5]\d$/.test(String(value)));
    case 'selected_date_time':
      return fits(Number.isInteger(value));
    case 'file':
      return fits(slack.files.get(isObject(value) ? String(value.id) : String(value)) !== undefined);
    case 'rich_text_value':
      return fits(isObject(value));
    default:
      return String(value);
  }
}
