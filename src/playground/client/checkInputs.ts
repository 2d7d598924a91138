import { stateFieldOf } from '../interaction/inputState.ts';
import { isObject, type JsonObject } from '../json.ts';
import type { View } from '../state/model.ts';

/** Slack's sentences for inputs its own client refuses to send. */
const REQUIRED = 'Please complete this required field.';
const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

/** What Slack itself would refuse before a modal reaches the app: a sentence for each block id. */
export function checkInputs(view: View): Record<string, string> {
  const errors: Record<string, string> = {};
  for (const block of view.blocks) {
    const { element } = block;
    if (block.type !== 'input' || !isObject(element)) continue;
    const state = view.values[block.block_id]?.[String(element.action_id)];
    const place = stateFieldOf(element.type);
    const value = place && state ? state[place.field] : undefined;
    const empty =
      value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);
    const problem = empty ? (block.optional === true ? undefined : REQUIRED) : problemWith(element, value);
    if (problem !== undefined) errors[block.block_id] = problem;
  }
  return errors;
}

function problemWith(element: JsonObject, value: unknown): string | undefined {
  const most = Number(element.max_selected_items ?? element.max_files ?? Number.POSITIVE_INFINITY);
  if (Array.isArray(value) && value.length > most) return `Select at most ${most}.`;
  const text = typeof value === 'string' ? value : '';
  switch (element.type) {
    case 'plain_text_input':
      return lengthProblem(element, text);
    case 'number_input':
      return numberProblem(element, text);
    case 'email_text_input':
      return EMAIL.test(text) ? undefined : 'Please enter a valid email address.';
    case 'url_text_input':
      return URL.canParse(text) && /^https?:/.test(text) ? undefined : 'Please enter a valid URL.';
    default:
      return undefined;
  }
}

function lengthProblem(element: JsonObject, text: string): string | undefined {
  const least = Number(element.min_length ?? 0);
  const most = Number(element.max_length ?? 3000);
  if (text.length < least) return `Please enter at least ${least} characters.`;
  if (text.length > most) return `Please enter no more than ${most} characters.`;
  return undefined;
}

function numberProblem(element: JsonObject, text: string): string | undefined {
  if (!/^-?\d+(\.\d+)?$/.test(text)) return 'Please enter a number.';
  if (element.is_decimal_allowed !== true && text.includes('.')) return 'Please enter a whole number.';
  const number = Number(text);
  const least = element.min_value;
  const most = element.max_value;
  if (typeof least === 'string' && number < Number(least))
    return `Please enter a number of at least ${least}.`;
  if (typeof most === 'string' && number > Number(most)) return `Please enter a number of at most ${most}.`;
  return undefined;
}
