import { describe, expect, test } from 'vitest';
import { describeBlockError } from '../../../src/playground/blockKit/BlockError.ts';
import { messageLength, validateMessage } from '../../../src/playground/blockKit/validateMessage.ts';
import * as s from './samples.ts';

const refusals = (...blocks: unknown[]) => validateMessage({ blocks }).map(describeBlockError);

describe('wording', () => {
  test('a text too long is reported at the text object and at the text, as Slack does', () => {
    expect(refusals(s.section({ text: s.mrkdwn(s.chars(3001)) }))).toEqual([
      'failed to match all allowed schemas [json-pointer:/blocks/0/text]',
      'must be less than 3001 characters [json-pointer:/blocks/0/text/text]',
    ]);
  });

  test.each<[string, unknown, string]>([
    ['an unknown type', { type: 'sections' }, 'unsupported type: sections [json-pointer:/blocks/0/type]'],
    ['no type', {}, 'missing required field: type [json-pointer:/blocks/0]'],
    ['not an object', 'hello', 'must provide an object [json-pointer:/blocks/0]'],
    [
      'an unknown field',
      s.section({ accessoryy: 1 }),
      'invalid additional property: accessoryy [json-pointer:/blocks/0]',
    ],
    [
      'emoji on mrkdwn',
      s.section({ text: { ...s.mrkdwn(), emoji: true } }),
      'invalid additional property: emoji [json-pointer:/blocks/0/text]',
    ],
    [
      'empty text',
      s.section({ text: s.mrkdwn('') }),
      'must be more than 0 characters [json-pointer:/blocks/0/text/text]',
    ],
    [
      'neither text nor fields',
      { type: 'section' },
      'must define either `text` or `fields` [json-pointer:/blocks/0/type]',
    ],
    [
      'a field left out',
      s.actions({ type: 'button' }),
      'missing required field: text [json-pointer:/blocks/0/elements/0]',
    ],
    [
      'mrkdwn in a header',
      { type: 'header', text: s.mrkdwn() },
      'unsupported type: mrkdwn [json-pointer:/blocks/0/text/type]',
    ],
    ['no elements', s.actions(), 'must provide at least 1 items [json-pointer:/blocks/0/elements]'],
    [
      'a number for a text',
      s.section({ text: { type: 'mrkdwn', text: 5 } }),
      'must provide a string [json-pointer:/blocks/0/text/text]',
    ],
    [
      'an unknown style',
      s.actions(s.button({ style: 'warning' })),
      'must be a valid enum value [json-pointer:/blocks/0/elements/0/style]',
    ],
    [
      'a bad address',
      s.image({ image_url: 'chart.png' }),
      'must be a valid URL [json-pointer:/blocks/0/image_url]',
    ],
    [
      'a bad file id',
      s.image({ image_url: undefined, slack_file: { id: 'F1' } }),
      'invalid slack file [json-pointer:/blocks/0/slack_file/id]',
    ],
    [
      'two image sources',
      s.image({ slack_file: { id: 'F0123456789' } }),
      'must define either `image_url` or `slack_file` [json-pointer:/blocks/0/type]',
    ],
  ])('%s', (_, block, line) => {
    expect(refusals(block)).toContain(line);
  });

  test('blocks that are no list', () => {
    expect(validateMessage({ blocks: {} })).toEqual([
      { message: 'must provide an array', pointer: '/blocks' },
    ]);
  });
});

describe('ids', () => {
  test('a block_id is used once in a message, inside containers too', () => {
    const inside = { type: 'container', child_blocks: [s.section({ block_id: 'a' })] };
    expect(refusals(s.section({ block_id: 'a' }), s.section({ block_id: 'b' }), inside)).toEqual([
      '`block_id` "a" already exists [json-pointer:/blocks/2/child_blocks/0/block_id]',
    ]);
  });

  test('an action_id is used once in a block, but may return in another', () => {
    expect(refusals(s.actions(s.button()), s.actions(s.button()))).toEqual([]);
    expect(refusals(s.actions(s.button(), s.button()))).toEqual([
      '`action_id` "open" already exists [json-pointer:/blocks/0/elements/1/action_id]',
    ]);
  });
});

describe('where things may stand', () => {
  test.each([
    ['an alert', { type: 'alert', text: s.plain() }],
    ['a number input', s.input({ type: 'number_input', is_decimal_allowed: true })],
    ['a file input', s.input({ type: 'file_input' })],
    ['a multi-select among actions', s.actions({ type: 'multi_users_select' })],
    ['a text input among actions', s.actions({ type: 'plain_text_input' })],
    ['a button in an input', s.input(s.button())],
  ])('%s is refused in a message', (_, block) => {
    expect(refusals(block).join()).toContain('unsupported type');
  });

  test('one table and two charts a message', () => {
    const table = { type: 'table', rows: [[s.cell()]] };
    const pie = { type: 'pie', segments: [{ label: 'a', value: 1 }] };
    const chart = { type: 'data_visualization', title: 'Ageing', chart: pie };
    expect(refusals(table, table)).toEqual(['only_one_table_allowed [json-pointer:/blocks/1]']);
    expect(refusals(chart, chart)).toEqual([]);
    expect(refusals(chart, chart, chart)).toEqual(['no more than 2 charts allowed [json-pointer:/blocks/2]']);
  });

  test('markdown counts over the whole message', () => {
    const half = { type: 'markdown', text: s.chars(6001) };
    expect(refusals(half, half)).toEqual([
      'must be less than 12001 characters [json-pointer:/blocks/1/text]',
    ]);
  });
});

describe('choices', () => {
  test('options and groups exclude each other, and one is needed', () => {
    const both = s.select({ option_groups: [{ label: s.plain(), options: s.options(1) }] });
    for (const accessory of [both, { type: 'static_select' }]) {
      expect(refusals(s.section({ accessory }))).toEqual([
        'must define either `options` or `option_groups` [json-pointer:/blocks/0/accessory/type]',
      ]);
    }
  });

  test('what is chosen at first is among the options, exactly', () => {
    const chosen = (initial: object) => s.section({ accessory: s.select({ initial_option: initial }) });
    expect(refusals(chosen(s.option(1)))).toEqual([]);
    expect(refusals(chosen(s.option(1, { text: s.plain('other') })))).toHaveLength(1);
  });

  test('two options of one menu have different values', () => {
    expect(refusals(s.section({ accessory: s.select({ options: [s.option(1), s.option(1)] }) }))).toEqual([
      '`value` "1" already exists [json-pointer:/blocks/0/accessory/options/1/value]',
    ]);
  });

  test('only overflow options open links, only checkboxes and radio buttons are formatted', () => {
    const linked = [s.option(1, { url: 'https://example.com' })];
    const formatted = [s.option(1, { text: s.mrkdwn() })];
    expect(refusals(s.actions({ type: 'overflow', options: linked }))).toEqual([]);
    expect(refusals(s.actions({ type: 'radio_buttons', options: formatted }))).toEqual([]);
    expect(refusals(s.actions(s.select({ options: linked })))).not.toEqual([]);
    expect(refusals(s.actions(s.select({ options: formatted })))).not.toEqual([]);
  });
});

describe('rich text, tables and charts', () => {
  test('rich text of every kind passes', () => {
    const words = [
      { type: 'text', text: 'Paid', style: { bold: true } },
      { type: 'user', user_id: 'U1' },
      { type: 'link', url: 'https://example.com' },
      { type: 'emoji', name: 'tada' },
      { type: 'date', timestamp: 1, format: '{date}' },
    ];
    const line = { type: 'rich_text_section', elements: words };
    expect(
      refusals({
        type: 'rich_text',
        elements: [
          line,
          { type: 'rich_text_list', style: 'bullet', indent: 1, elements: [line] },
          { type: 'rich_text_quote', elements: words },
          { type: 'rich_text_preformatted', border: 0, elements: [{ type: 'text', text: 'x' }] },
        ],
      }),
    ).toEqual([]);
  });

  test('a list nested in a list is refused, as is a mention in preformatted text', () => {
    const list = { type: 'rich_text_list', style: 'bullet', elements: [] };
    const code = { type: 'rich_text_preformatted', elements: [{ type: 'user', user_id: 'U1' }] };
    expect(refusals({ type: 'rich_text', elements: [{ ...list, elements: [list] }] })).toHaveLength(2);
    expect(refusals({ type: 'rich_text', elements: [code] })).toEqual([
      'unsupported type: user [json-pointer:/blocks/0/elements/0/elements/0/type]',
    ]);
  });

  test('a data table is rectangular, with a plain first row', () => {
    const data = (rows: object[][], more = {}) => ({ type: 'data_table', caption: 'Ageing', rows, ...more });
    const amount = { type: 'raw_number', value: 12, text: '£12' };
    expect(
      refusals(
        data([
          [s.cell(), s.cell()],
          [s.richText(), amount],
        ]),
      ),
    ).toEqual([]);
    expect(refusals(data([[s.cell()]]))).toHaveLength(1);
    expect(refusals(data([[s.cell()], [s.cell(), s.cell()]]))).toHaveLength(1);
    expect(refusals(data([[s.richText()], [s.cell()]]))).toHaveLength(1);
    expect(refusals(data([[s.cell()], [s.cell()]], { row_header_column_index: 1 }))).toHaveLength(1);
  });

  test('a table may leave a column as it is', () => {
    const table = {
      type: 'table',
      rows: [[s.cell(), s.richText()]],
      column_settings: [null, { align: 'right' }],
    };
    expect(refusals(table)).toEqual([]);
  });

  test('every series has one value per category', () => {
    const chart = (labels: string[]) => ({
      type: 'data_visualization',
      title: 'Ageing',
      chart: {
        type: 'bar',
        series: [{ name: 'now', data: labels.map((label) => ({ label, value: 0 })) }],
        axis_config: { categories: ['0-30', '31-60'] },
      },
    });
    expect(refusals(chart(['0-30', '31-60']))).toEqual([]);
    expect(refusals(chart(['0-30', '0-30']))).toHaveLength(1);
  });
});

test('every block of a message, at its simplest, passes', () => {
  const card = { type: 'card', title: s.mrkdwn() };
  const thumb = { text: s.plain(), value: 'x' };
  expect(
    refusals(
      s.section({ accessory: s.image() }),
      { type: 'header', text: s.plain() },
      { type: 'context', elements: [s.mrkdwn(), s.plain(), s.image()] },
      { type: 'divider' },
      s.image(),
      s.actions({ type: 'datetimepicker', initial_date_time: 1_700_000_000 }),
      s.input({ type: 'plain_text_input' }),
      s.richText(),
      card,
      { type: 'carousel', elements: [card] },
      { type: 'container', title: s.plain(), child_blocks: [s.section()] },
      {
        type: 'context_actions',
        elements: [{ type: 'feedback_buttons', positive_button: thumb, negative_button: thumb }],
      },
      { type: 'task_card', task_id: '1', title: 'Import', status: 'complete', output: s.richText() },
      {
        type: 'plan',
        title: 'Import',
        tasks: [{ type: 'task_card', task_id: '1', title: 'x', status: 'pending' }],
      },
      { type: 'file', source: 'remote', external_id: 'x' },
      {
        type: 'video',
        video_url: 'https://example.com/v',
        thumbnail_url: 'https://example.com/t',
        alt_text: 'x',
        title: s.plain(),
      },
    ),
  ).toEqual([]);
});

test('blocks of attachments are checked too', () => {
  const attachments = [{ color: '#fff', blocks: [{ type: 'divider', x: 1 }] }];
  expect(validateMessage({ text: 'x', attachments })).toEqual([
    { message: 'invalid additional property: x', pointer: '/attachments/0/blocks/0' },
  ]);
  expect(validateMessage({ text: 'x', attachments: s.times(101, () => ({})) })).toHaveLength(1);
});

test('a message weighs its text, as sent, and a share for each block', () => {
  expect(messageLength([s.section({ text: s.mrkdwn('a &amp; b') }), { type: 'divider' }])).toBe(9 + 200);
});
