import type { KnownBlock } from '@slack/web-api';

const text = (words: string) => ({ type: 'plain_text' as const, text: words });
const option = (value: string) => ({ text: text(value), value });
const options = ['one', 'two', 'three'].map(option);
const input = (id: string, label: string, element: object): KnownBlock =>
  ({
    type: 'input',
    block_id: id,
    optional: true,
    label: text(label),
    element: { ...element, action_id: id },
  }) as KnownBlock;

/** Every element that an input can hold. */
export const everyElement: KnownBlock[] = [
  input('many', 'Many lines', { type: 'plain_text_input', multiline: true }),
  input('number', 'Number', { type: 'number_input', is_decimal_allowed: true }),
  input('email', 'Email', { type: 'email_text_input' }),
  input('url', 'Link', { type: 'url_text_input' }),
  input('day', 'Day', { type: 'datepicker' }),
  input('hour', 'Hour', { type: 'timepicker' }),
  input('instant', 'Instant', { type: 'datetimepicker' }),
  input('pick', 'Pick one', { type: 'static_select', options }),
  input('picks', 'Pick some', { type: 'multi_static_select', options }),
  input('typed', 'Typeahead', { type: 'external_select', min_query_length: 1 }),
  input('person', 'Person', { type: 'users_select' }),
  input('people', 'People', { type: 'multi_users_select' }),
  input('place', 'Channel', { type: 'channels_select' }),
  input('talk', 'Conversation', { type: 'conversations_select' }),
  input('radio', 'Radio', { type: 'radio_buttons', options }),
  input('boxes', 'Boxes', { type: 'checkboxes', options }),
  input('rich', 'Rich text', { type: 'rich_text_input' }),
  input('file', 'File', { type: 'file_input' }),
];

/** Every block and element that the page draws in a message. */
export const everyMessageBlock: KnownBlock[] = [
  { type: 'header', text: text('A header') },
  {
    type: 'section',
    text: {
      type: 'mrkdwn',
      text: '*bold* _italic_ ~struck~ `code` <https://example.com|a link> :wave: &lt;b&gt;',
    },
    fields: [
      { type: 'mrkdwn', text: '*Left*' },
      { type: 'plain_text', text: 'Right' },
    ],
    accessory: { type: 'overflow', action_id: 'overflow', options },
  },
  {
    type: 'context',
    elements: [{ type: 'mrkdwn', text: 'Seen <!date^1795597200^{date_short} at {time}|then>' }],
  },
  { type: 'divider' },
  {
    type: 'actions',
    block_id: 'buttons',
    elements: [
      { type: 'button', action_id: 'plain', text: text('Plain'), value: 'v' },
      {
        type: 'button',
        action_id: 'danger',
        style: 'danger',
        text: text('Delete the room'),
        confirm: {
          title: text('Sure?'),
          text: text('It cannot be undone.'),
          confirm: text('Delete'),
          deny: text('Keep'),
          style: 'danger',
        },
      },
      { type: 'static_select', action_id: 'select', placeholder: text('Choose'), options },
      { type: 'datepicker', action_id: 'date' },
      { type: 'checkboxes', action_id: 'checks', options },
      { type: 'radio_buttons', action_id: 'radios', options },
    ],
  },
  {
    type: 'rich_text',
    elements: [
      { type: 'rich_text_section', elements: [{ type: 'text', text: 'Rich', style: { bold: true } }] },
      {
        type: 'rich_text_list',
        style: 'ordered',
        elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: 'first' }] }],
      },
      { type: 'rich_text_quote', elements: [{ type: 'text', text: 'quoted' }] },
      { type: 'rich_text_preformatted', elements: [{ type: 'text', text: 'kept  as is' }] },
    ],
  } as KnownBlock,
  {
    type: 'table',
    rows: [
      [
        { type: 'raw_text', text: 'Room' },
        { type: 'raw_text', text: 'Seats' },
      ],
      [
        { type: 'raw_text', text: 'Atrium' },
        { type: 'raw_text', text: '12' },
      ],
    ],
  } as unknown as KnownBlock,
];
