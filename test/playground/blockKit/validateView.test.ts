import { describe, expect, test } from 'vitest';
import { describeBlockError } from '../../../src/playground/blockKit/BlockError.ts';
import { validateView, viewSize } from '../../../src/playground/blockKit/validateView.ts';
import * as s from './samples.ts';

const refusals = (view: unknown) => validateView(view).map(describeBlockError);
const form = (...blocks: object[]) => s.modal(blocks, { submit: s.plain('Save') });

test('a view that fails is reported as a whole first, as Slack does', () => {
  const long = s.select({ options: [s.option('a', { text: s.plain(s.chars(76)) })] });
  expect(refusals(form(s.section(), s.section(), s.input(long)))).toEqual([
    'failed to match all allowed schemas [json-pointer:/view]',
    'must be less than 76 characters [json-pointer:/view/blocks/2/element/options/0/text/text]',
  ]);
});

test.each<[string, unknown, string]>([
  [
    'a modal without a title',
    { type: 'modal', blocks: [s.section()] },
    'missing required field: title [json-pointer:/view]',
  ],
  [
    'a home tab with a title',
    s.home([s.section()], { title: s.plain() }),
    'invalid additional property: title [json-pointer:/view]',
  ],
  [
    'a field of old workflow steps',
    s.modal([s.section()], { submit_disabled: true }),
    'invalid additional property: submit_disabled [json-pointer:/view]',
  ],
  ['no blocks', s.home(undefined), 'missing required field: blocks [json-pointer:/view]'],
  ['an empty list of blocks', s.home([]), 'must provide at least 1 items [json-pointer:/view/blocks]'],
  ['an unknown view', { type: 'dialog', blocks: [] }, 'unsupported type: dialog [json-pointer:/view/type]'],
  [
    'inputs without submit',
    s.modal([s.section(), s.input(s.select())]),
    'must define `submit` to use an `input` block in modals [json-pointer:/view/blocks/1/input]',
  ],
  [
    'a table in a modal',
    s.modal([{ type: 'table', rows: [[s.cell()]] }]),
    'unsupported type: table [json-pointer:/view/blocks/0/type]',
  ],
  [
    'an alert at home',
    s.home([{ type: 'alert', text: s.plain() }]),
    'unsupported type: alert [json-pointer:/view/blocks/0/type]',
  ],
])('%s', (_, view, line) => {
  expect(refusals(view)).toContain(line);
});

test('only one element asks for the focus', () => {
  const focused = s.input({ type: 'plain_text_input', focus_on_load: true });
  expect(refusals(form(focused))).toEqual([]);
  expect(refusals(form(focused, focused))).toContain(
    '`focus_on_load` can only be set on one element per view [json-pointer:/view/blocks/1/element/focus_on_load]',
  );
});

describe('fields of a form', () => {
  const accepts = (element: object) => refusals(form(s.input(element))).length === 0;

  test.each([
    ['text', { type: 'plain_text_input', min_length: 1, max_length: 3000, multiline: true }],
    [
      'a number, as a string',
      { type: 'number_input', is_decimal_allowed: true, min_value: '0', initial_value: '1.5' },
    ],
    ['a date', { type: 'datepicker', initial_date: '2028-02-29' }],
    ['a time with its zone', { type: 'timepicker', initial_time: '09:30', timezone: 'Europe/London' }],
    ['an instant', { type: 'datetimepicker', initial_date_time: 1_764_000_000 }],
    ['an e-mail address', { type: 'email_text_input', initial_value: 'ap@example.com' }],
    ['an address', { type: 'url_text_input', initial_value: 'https://example.com' }],
    ['a file', { type: 'file_input', filetypes: ['csv'], max_files: 1 }],
    ['a member', { type: 'users_select', initial_user: 'U1' }],
    ['conversations', { type: 'conversations_select', filter: { include: ['private'] } }],
    ['several debtors', { type: 'multi_external_select', min_query_length: 2, max_selected_items: 5 }],
    ['rich text', { type: 'rich_text_input', initial_value: s.richText() }],
  ])('%s is accepted', (_, element) => {
    expect(accepts(element)).toBe(true);
  });

  test.each([
    ['a shortest length above the longest', { type: 'plain_text_input', min_length: 5, max_length: 4 }],
    ['a number input that does not say whether decimals are allowed', { type: 'number_input' }],
    ['a number as a number', { type: 'number_input', is_decimal_allowed: true, initial_value: 1 }],
    ['a number with a comma', { type: 'number_input', is_decimal_allowed: true, initial_value: '1,5' }],
    [
      'a minimum above the maximum',
      { type: 'number_input', is_decimal_allowed: true, min_value: '10', max_value: '9' },
    ],
    ['a day that does not exist', { type: 'datepicker', initial_date: '2027-02-29' }],
    ['a date with a time', { type: 'datepicker', initial_date: '2027-02-28T00:00:00Z' }],
    ['a twelve-hour time', { type: 'timepicker', initial_time: '9:30' }],
    ['an unknown zone', { type: 'timepicker', timezone: 'Europe/Camelot' }],
    ['milliseconds', { type: 'datetimepicker', initial_date_time: 1_764_000_000_000 }],
    ['no e-mail address', { type: 'email_text_input', initial_value: 'jane' }],
    ['eleven files', { type: 'file_input', max_files: 11 }],
    ['an empty filter', { type: 'conversations_select', filter: {} }],
  ])('%s is refused', (_, element) => {
    expect(accepts(element)).toBe(false);
  });

  test('a file is not dispatched', () => {
    expect(refusals(form(s.input({ type: 'file_input' }, { dispatch_action: true })))).toHaveLength(2);
  });
});

test('the size of a view is counted in bytes', () => {
  expect(viewSize({ a: '€' })).toBe(11);
});
