import { describe, expect, it } from 'vitest';
import type { Block, Values } from '../../../src/playground/web/api/state.ts';
import { nestLists } from '../../../src/playground/web/blocks/nestLists.ts';
import { imageSource } from '../../../src/playground/web/elements/imageSource.ts';
import { keptValues } from '../../../src/playground/web/elements/keptValues.ts';
import { plainOfRichText, richTextOfPlain } from '../../../src/playground/web/elements/richTextOfPlain.ts';
import { shownValues } from '../../../src/playground/web/elements/shownValues.ts';

const input = (id: string, element: object): Block => ({ type: 'input', block_id: id, element });
const line = (more: object = {}) => ({ type: 'plain_text_input', action_id: 'a', ...more });
const option = (value: string) => ({ text: { type: 'plain_text', text: value }, value });
const menu = (...values: string[]) => ({
  type: 'static_select',
  action_id: 'a',
  options: values.map(option),
});
const typed = (value: string) => ({ a: { type: 'plain_text_input', value } });
const picked = (value: string) => ({ a: { type: 'static_select', selected_option: option(value) } });

describe('what is typed', () => {
  it('stays while its block, action and type stay', () => {
    const values: Values = { one: typed('x'), two: typed('y'), three: typed('z') };
    const blocks = [
      input('one', line({ multiline: true })),
      input('two', line({ action_id: 'b' })),
      input('three', menu('z')),
    ];
    expect(keptValues(blocks, values)).toEqual({ one: typed('x') });
  });

  it('is dropped when it is no longer offered', () => {
    const values: Values = { one: picked('x'), two: picked('y') };
    expect(keptValues([input('one', menu('x', 'z')), input('two', menu('x', 'z'))], values)).toEqual({
      one: picked('x'),
    });
  });

  it('stays when the app offers the choices itself', () => {
    const external = { type: 'external_select', action_id: 'a' };
    const values = { one: { a: { type: 'external_select', selected_option: option('anything') } } };
    expect(keptValues([input('one', external)], values)).toEqual(values);
  });

  it('is shown before what the playground holds, and that before what the app fills in', () => {
    const blocks = ['one', 'two', 'three'].map((id) => input(id, line({ initial_value: 'app' })));
    const shown = shownValues(blocks, { one: typed('held'), two: typed('held') }, { one: typed('typed') });
    expect(shown).toEqual({ one: typed('typed'), two: typed('held'), three: typed('app') });
  });

  it('is found in sections and actions too', () => {
    const blocks: Block[] = [
      { type: 'section', block_id: 's', accessory: menu('x') },
      { type: 'actions', block_id: 'r', elements: [{ type: 'datepicker', action_id: 'd' }] },
    ];
    const values: Values = { s: picked('x'), r: { d: { type: 'datepicker', selected_date: '2026-12-01' } } };
    expect(keptValues(blocks, values)).toEqual(values);
  });
});

it('plain lines become rich text, and rich text plain lines', () => {
  expect(plainOfRichText(richTextOfPlain('one\ntwo'))).toBe('one\ntwo');
  expect(richTextOfPlain('')).toBeNull();
  const list = { type: 'rich_text_list', elements: [{ elements: [{ type: 'text', text: 'a' }] }] };
  expect(plainOfRichText({ elements: [list] })).toBe('• a\n');
});

it('lists stand under the entry they belong to', () => {
  const list = (indent: number) => ({
    type: 'rich_text_list' as const,
    style: 'bullet' as const,
    indent,
    elements: [],
  });
  const depths = (lists: ReturnType<typeof nestLists>): unknown =>
    lists.map(({ list, under }) => [list.indent, depths(under)]);
  expect(depths(nestLists([0, 1, 2, 1, 0].map(list)))).toEqual([
    [
      0,
      [
        [1, [[2, []]]],
        [1, []],
      ],
    ],
    [0, []],
  ]);
});

it("pictures come from where they are, Slack's files from the playground", () => {
  expect(imageSource({ image_url: 'https://a.example/b.png' }, 'U1')).toBe('https://a.example/b.png');
  expect(imageSource({ slack_file: { id: 'F0123456789' } }, 'U1')).toBe('/client/file/F0123456789?user=U1');
  const url = 'http://127.0.0.1:1/files-pri/T0123456789-F0123456789/chart.png';
  expect(imageSource({ slack_file: { url } }, 'U1')).toBe('/client/file/F0123456789?user=U1');
});
