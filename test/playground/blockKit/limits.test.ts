import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { limits } from '../../../blocks/limits.ts';
import { validateMessage } from '../../../src/playground/blockKit/validateMessage.ts';
import { validateView } from '../../../src/playground/blockKit/validateView.ts';
import * as s from './samples.ts';

interface Bound {
  readonly name: string;
  readonly max: number;
  readonly kind: 'characters' | 'items';
  readonly pointer: string;
  readonly of: (size: number) => object;
}

const inMessage: Bound[] = [
  { name: 'blocks', max: 50, kind: 'items', pointer: '', of: (n) => s.times(n, () => s.section()) },
  {
    name: 'section text',
    max: 3000,
    kind: 'characters',
    pointer: '/0/text/text',
    of: (n) => [s.section({ text: s.mrkdwn(s.chars(n)) })],
  },
  {
    name: 'section fields',
    max: 10,
    kind: 'items',
    pointer: '/0/fields',
    of: (n) => [s.section({ fields: s.times(n, () => s.mrkdwn()) })],
  },
  {
    name: 'field',
    max: 2000,
    kind: 'characters',
    pointer: '/0/fields/0/text',
    of: (n) => [s.section({ fields: [s.plain(s.chars(n))] })],
  },
  {
    name: 'block_id',
    max: 255,
    kind: 'characters',
    pointer: '/0/block_id',
    of: (n) => [s.section({ block_id: s.chars(n) })],
  },
  {
    name: 'header',
    max: 150,
    kind: 'characters',
    pointer: '/0/text/text',
    of: (n) => [{ type: 'header', text: s.plain(s.chars(n)) }],
  },
  {
    name: 'context',
    max: 10,
    kind: 'items',
    pointer: '/0/elements',
    of: (n) => [{ type: 'context', elements: s.times(n, () => s.mrkdwn()) }],
  },
  {
    name: 'actions',
    max: 25,
    kind: 'items',
    pointer: '/0/elements',
    of: (n) => [s.actions(...s.times(n, (i) => s.button({ action_id: `a${i}` })))],
  },
  {
    name: 'button text',
    max: 75,
    kind: 'characters',
    pointer: '/0/elements/0/text/text',
    of: (n) => [s.actions(s.button({ text: s.plain(s.chars(n)) }))],
  },
  {
    name: 'button value',
    max: 2000,
    kind: 'characters',
    pointer: '/0/elements/0/value',
    of: (n) => [s.actions(s.button({ value: s.chars(n) }))],
  },
  {
    name: 'button label',
    max: 75,
    kind: 'characters',
    pointer: '/0/elements/0/accessibility_label',
    of: (n) => [s.actions(s.button({ accessibility_label: s.chars(n) }))],
  },
  {
    name: 'action_id',
    max: 255,
    kind: 'characters',
    pointer: '/0/accessory/action_id',
    of: (n) => [s.section({ accessory: s.button({ action_id: s.chars(n) }) })],
  },
  {
    name: 'confirm title',
    max: 100,
    kind: 'characters',
    pointer: '/0/accessory/confirm/title/text',
    of: (n) => [
      s.section({ accessory: s.button({ confirm: { title: s.plain(s.chars(n)), text: s.plain() } }) }),
    ],
  },
  {
    name: 'confirm text',
    max: 300,
    kind: 'characters',
    pointer: '/0/accessory/confirm/text/text',
    of: (n) => [s.section({ accessory: s.button({ confirm: { text: s.mrkdwn(s.chars(n)) } }) })],
  },
  {
    name: 'options',
    max: 100,
    kind: 'items',
    pointer: '/0/accessory/options',
    of: (n) => [s.section({ accessory: s.select({ options: s.options(n) }) })],
  },
  {
    name: 'option text',
    max: 75,
    kind: 'characters',
    pointer: '/0/accessory/options/0/text/text',
    of: (n) => [
      s.section({ accessory: s.select({ options: [s.option('a', { text: s.plain(s.chars(n)) })] }) }),
    ],
  },
  {
    name: 'option value',
    max: 150,
    kind: 'characters',
    pointer: '/0/accessory/options/0/value',
    of: (n) => [s.section({ accessory: s.select({ options: [s.option(s.chars(n), { text: s.plain() })] }) })],
  },
  {
    name: 'option description',
    max: 75,
    kind: 'characters',
    pointer: '/0/accessory/options/0/description/text',
    of: (n) => [
      s.section({ accessory: s.select({ options: [s.option('a', { description: s.plain(s.chars(n)) })] }) }),
    ],
  },
  {
    name: 'option groups',
    max: 100,
    kind: 'items',
    pointer: '/0/accessory/option_groups',
    of: (n) => [
      s.section({
        accessory: {
          type: 'static_select',
          option_groups: s.times(n, (i) => ({ label: s.plain(), options: [s.option(i)] })),
        },
      }),
    ],
  },
  {
    name: 'placeholder',
    max: 150,
    kind: 'characters',
    pointer: '/0/accessory/placeholder/text',
    of: (n) => [s.section({ accessory: s.select({ placeholder: s.plain(s.chars(n)) }) })],
  },
  {
    name: 'overflow',
    max: 5,
    kind: 'items',
    pointer: '/0/accessory/options',
    of: (n) => [s.section({ accessory: { type: 'overflow', options: s.options(n) } })],
  },
  {
    name: 'checkboxes',
    max: 10,
    kind: 'items',
    pointer: '/0/elements/0/options',
    of: (n) => [s.actions({ type: 'checkboxes', options: s.options(n) })],
  },
  {
    name: 'radio buttons',
    max: 10,
    kind: 'items',
    pointer: '/0/elements/0/options',
    of: (n) => [s.actions({ type: 'radio_buttons', options: s.options(n) })],
  },
  {
    name: 'alt text',
    max: 2000,
    kind: 'characters',
    pointer: '/0/alt_text',
    of: (n) => [s.image({ alt_text: s.chars(n) })],
  },
  {
    name: 'image title',
    max: 2000,
    kind: 'characters',
    pointer: '/0/title/text',
    of: (n) => [s.image({ title: s.plain(s.chars(n)) })],
  },
  {
    name: 'markdown',
    max: 12_000,
    kind: 'characters',
    pointer: '/0/text',
    of: (n) => [{ type: 'markdown', text: s.chars(n) }],
  },
  {
    name: 'table rows',
    max: 100,
    kind: 'items',
    pointer: '/0/rows',
    of: (n) => [{ type: 'table', rows: s.times(n, () => [s.cell()]) }],
  },
  {
    name: 'table columns',
    max: 20,
    kind: 'items',
    pointer: '/0/rows/0',
    of: (n) => [{ type: 'table', rows: [s.times(n, () => s.cell())] }],
  },
  {
    name: 'table text',
    max: 10_000,
    kind: 'characters',
    pointer: '/0/rows',
    of: (n) => [{ type: 'table', rows: [[s.cell(s.chars(n))]] }],
  },
  {
    name: 'data table rows',
    max: 101,
    kind: 'items',
    pointer: '/0/rows',
    of: (n) => [{ type: 'data_table', caption: 'Ageing', rows: s.times(n, () => [s.cell()]) }],
  },
  {
    name: 'chart segments',
    max: 6,
    kind: 'items',
    pointer: '/0/chart/segments',
    of: (n) => [
      {
        type: 'data_visualization',
        title: 'Ageing',
        chart: { type: 'pie', segments: s.times(n, (i) => ({ label: `${i}`, value: 1 })) },
      },
    ],
  },
];

const inModal: Bound[] = [
  {
    name: 'blocks',
    max: 100,
    kind: 'items',
    pointer: '/blocks',
    of: (n) => s.modal(s.times(n, () => s.section())),
  },
  {
    name: 'title',
    max: 24,
    kind: 'characters',
    pointer: '/title/text',
    of: (n) => s.modal([s.section()], { title: s.plain(s.chars(n)) }),
  },
  {
    name: 'submit',
    max: 24,
    kind: 'characters',
    pointer: '/submit/text',
    of: (n) => s.modal([s.section()], { submit: s.plain(s.chars(n)) }),
  },
  {
    name: 'close',
    max: 24,
    kind: 'characters',
    pointer: '/close/text',
    of: (n) => s.modal([s.section()], { close: s.plain(s.chars(n)) }),
  },
  {
    name: 'private_metadata',
    max: 3000,
    kind: 'characters',
    pointer: '/private_metadata',
    of: (n) => s.modal([s.section()], { private_metadata: s.chars(n) }),
  },
  {
    name: 'callback_id',
    max: 255,
    kind: 'characters',
    pointer: '/callback_id',
    of: (n) => s.modal([s.section()], { callback_id: s.chars(n) }),
  },
  {
    name: 'external_id',
    max: 255,
    kind: 'characters',
    pointer: '/external_id',
    of: (n) => s.modal([s.section()], { external_id: s.chars(n) }),
  },
  {
    name: 'input label',
    max: 2000,
    kind: 'characters',
    pointer: '/blocks/0/label/text',
    of: (n) => s.modal([s.input(s.select(), { label: s.plain(s.chars(n)) })], { submit: s.plain() }),
  },
  {
    name: 'input hint',
    max: 2000,
    kind: 'characters',
    pointer: '/blocks/0/hint/text',
    of: (n) => s.modal([s.input(s.select(), { hint: s.plain(s.chars(n)) })], { submit: s.plain() }),
  },
  {
    name: 'initial text',
    max: 3000,
    kind: 'characters',
    pointer: '/blocks/0/element/initial_value',
    of: (n) =>
      s.modal([s.input({ type: 'plain_text_input', initial_value: s.chars(n) })], { submit: s.plain() }),
  },
  {
    name: 'alert',
    max: 200,
    kind: 'characters',
    pointer: '/blocks/0/text/text',
    of: (n) => s.modal([{ type: 'alert', text: s.plain(s.chars(n)) }]),
  },
];

const tooMuch = (bound: Bound) =>
  bound.kind === 'items'
    ? `no more than ${bound.max} items allowed`
    : `must be less than ${bound.max + 1} characters`;

describe.each(inMessage)('$name in a message', (bound) => {
  test(`${bound.max} pass, one more is refused there`, () => {
    expect(validateMessage({ blocks: bound.of(bound.max) })).toEqual([]);
    expect(validateMessage({ blocks: bound.of(bound.max + 1) })).toContainEqual({
      message: tooMuch(bound),
      pointer: `/blocks${bound.pointer}`,
    });
  });
});

describe.each(inModal)('$name of a modal', (bound) => {
  test(`${bound.max} pass, one more is refused there`, () => {
    expect(validateView(bound.of(bound.max))).toEqual([]);
    expect(validateView(bound.of(bound.max + 1))).toContainEqual({
      message: tooMuch(bound),
      pointer: `/view${bound.pointer}`,
    });
  });
});

test('a size is fine exactly when it is within the limit', () => {
  const bounds = inMessage.filter((bound) => bound.max <= 3000 && bound.name !== 'data table rows');
  fc.assert(
    fc.property(fc.constantFrom(...bounds), fc.double({ min: 0, max: 2, noNaN: true }), (bound, share) => {
      const size = Math.max(1, Math.round(bound.max * share));
      return (validateMessage({ blocks: bound.of(size) }).length === 0) === size <= bound.max;
    }),
  );
});

test('the smaller number counts where sources differ', () => {
  expect(limits.dataTable.rows).toBe(101);
  expect(limits.chart.series).toBe(6);
  expect(limits.message.characters).toBe(13_000);
});
