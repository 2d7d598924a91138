import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { actions } from '../../blocks/actions.ts';
import { button } from '../../blocks/button.ts';
import { context } from '../../blocks/context.ts';
import { divider } from '../../blocks/divider.ts';
import { channelSelect } from '../../blocks/elements/channelSelect.ts';
import { checkboxes } from '../../blocks/elements/checkboxes.ts';
import { datePicker } from '../../blocks/elements/datePicker.ts';
import { dateTimePicker } from '../../blocks/elements/dateTimePicker.ts';
import { emailInput } from '../../blocks/elements/emailInput.ts';
import { externalSelect } from '../../blocks/elements/externalSelect.ts';
import { fileInput } from '../../blocks/elements/fileInput.ts';
import { memberSelect } from '../../blocks/elements/memberSelect.ts';
import { multiMemberSelect } from '../../blocks/elements/multiMemberSelect.ts';
import { multiSelect } from '../../blocks/elements/multiSelect.ts';
import { numberInput } from '../../blocks/elements/numberInput.ts';
import { optionsAnswer } from '../../blocks/elements/optionsAnswer.ts';
import { overflow } from '../../blocks/elements/overflow.ts';
import { radioButtons } from '../../blocks/elements/radioButtons.ts';
import { select } from '../../blocks/elements/select.ts';
import { textInput } from '../../blocks/elements/textInput.ts';
import { timePicker } from '../../blocks/elements/timePicker.ts';
import { fields } from '../../blocks/fields.ts';
import { header } from '../../blocks/header.ts';
import { home } from '../../blocks/home.ts';
import { image } from '../../blocks/image.ts';
import { input } from '../../blocks/input.ts';
import { limits } from '../../blocks/limits.ts';
import { message } from '../../blocks/message.ts';
import { messageLength } from '../../blocks/messageLength.ts';
import { modal } from '../../blocks/modal.ts';
import { mrkdwn } from '../../blocks/mrkdwn.ts';
import { quote } from '../../blocks/quote.ts';
import { section } from '../../blocks/section.ts';
import { viewSize } from '../../blocks/viewSize.ts';
import { validateMessage } from '../../src/playground/blockKit/validateMessage.ts';
import { validateView } from '../../src/playground/blockKit/validateView.ts';

/** Any text: short, empty, blank, or far too long and full of what must be escaped. */
const anything = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom('', '   ', '\n', '<!channel>', '<@U1>'),
  fc
    .tuple(fc.constantFrom('&', '<', 'x', '🙂', '*a* '), fc.integer({ min: 1, max: 4000 }))
    .map(([c, n]) => c.repeat(n)),
);

const choices = (text: string) => ['a', 'b'].map((value) => ({ value, text, description: text }));

/** Every mrkdwn text and fallback below a value. */
function markupIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(markupIn);
  if (typeof value !== 'object' || value === null) return [];
  const own = 'type' in value && value.type === 'mrkdwn' && 'text' in value ? [String(value.text)] : [];
  return [...own, ...Object.values(value).flatMap(markupIn)];
}

describe('any text at all', () => {
  test('makes a message that Slack takes, and mentions nobody', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const made = message({
          text,
          blocks: [
            header(text),
            section(text, { accessory: overflow({ actionId: 'more', choices: choices(text) }) }),
            section(mrkdwn`*${text}* owes ${text}`),
            section(quote(text)),
            ...fields([
              [text, text],
              ['Owed', text],
            ]),
            divider(),
            context(text, ...Array.from({ length: 12 }, () => text)),
            image({ fileId: 'F0123456789', altText: text, title: text }),
            actions([
              button({
                text,
                label: text,
                actionId: 'go',
                value: 'inv_1',
                style: 'danger',
                confirm: { title: text, text, confirm: text, deny: text, danger: true },
              }),
              select({ actionId: 'pick', placeholder: text, choices: choices(text), initial: 'b' }),
            ]),
          ],
        });
        expect(validateMessage(made)).toEqual([]);
        for (const markup of [made.text, ...markupIn(made.blocks)]) expect(markup).not.toMatch(/<[!@#]/);
      }),
      { numRuns: 60 },
    );
  });

  test('makes a form and a home tab that Slack takes', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const field = (element: Parameters<typeof input>[0]['element'], index: number) =>
          input({ blockId: `b${index}`, label: text, hint: text, optional: true, element });
        const options = { actionId: 'a', placeholder: text };
        const blocks = [
          textInput({ ...options, initial: text, multiline: true, focus: true }),
          textInput({ ...options, initial: text, maxLength: 10 }),
          numberInput({ ...options, decimals: true, initial: '1200.50', min: '0' }),
          emailInput(options),
          select({ ...options, choices: choices(text), initial: 'none such' }),
          multiSelect({ ...options, choices: choices(text), initial: ['a'] }),
          externalSelect({ ...options, initial: { text, value: 'd_1' } }),
          checkboxes({ actionId: 'a', choices: choices(text), initial: ['b'] }),
          radioButtons({ actionId: 'a', choices: choices(text), initial: 'a' }),
          datePicker({ ...options, initial: '2026-11-30' }),
          timePicker({ ...options, initial: '09:30', zone: 'Europe/London' }),
          dateTimePicker({ actionId: 'a', initial: new Date('2026-11-30T09:30:00Z') }),
          memberSelect({ ...options, initial: 'U1' }),
          multiMemberSelect({ ...options, initial: ['U1'] }),
          channelSelect({ ...options, initial: 'C1' }),
          fileInput({ actionId: 'a', types: ['csv'] }),
        ].map(field);
        expect(
          validateView(
            modal({ callbackId: 'log_call', title: text, submit: text, close: text, metadata: '{}', blocks }),
          ),
        ).toEqual([]);
        expect(validateView(home({ blocks: [header(text), section(text)] }))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});

describe('too much', () => {
  const rows = (count: number, length = 20) =>
    Array.from({ length: count }, (_, index) => section(`Debtor ${index} ${'x'.repeat(length)}`));
  const lastText = (blocks: readonly object[]) => markupIn(blocks).at(-1);

  test('a long list is cut with a count of what is not shown', () => {
    const { blocks } = message({ text: 'Overdue', blocks: rows(80) });
    expect(blocks).toHaveLength(50);
    expect(lastText(blocks)).toContain('31 more');
  });

  test('so is a heavy one, well before fifty blocks', () => {
    const made = message({ text: 'Overdue', blocks: rows(10, 2800) });
    expect(validateMessage(made)).toEqual([]);
    expect(made.blocks.length).toBeLessThan(6);
  });

  test('the footer stays, and says how to see the rest', () => {
    const footer = [actions([button({ text: 'Show all', actionId: 'show_all' })])];
    const more = (hidden: number) => `${hidden} not shown: /debt list`;
    const { blocks } = message({ text: 'Overdue', blocks: rows(60), footer, more });
    expect(blocks).toHaveLength(50);
    expect(blocks.at(-1)?.type).toBe('actions');
    expect(lastText(blocks)).toBe('12 not shown: /debt list');
  });

  test('no heading is left with nothing under it', () => {
    const blocks = [...rows(47), divider(), header('Broken promises'), ...rows(5)];
    const shown = message({ text: 'Digest', blocks }).blocks;
    expect(shown.map((block) => block.type)).not.toContain('header');
    expect(lastText(shown)).toContain('5 more');
  });

  test('views hold a hundred blocks and 250 kB', () => {
    expect(home({ blocks: rows(150) }).blocks).toHaveLength(100);
    const heavy = Array.from({ length: 90 }, () =>
      fields(Array.from({ length: 10 }, () => ['Note', '€'.repeat(1900)])),
    ).flat();
    const view = modal({ callbackId: 'x', title: 'Account', blocks: heavy });
    expect(viewSize(view)).toBeLessThanOrEqual(limits.view.bytes);
    expect(view.blocks.length).toBeLessThan(90);
    expect(validateView(view)).toEqual([]);
  });

  test('any list of any lengths fits', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 3500 }), { maxLength: 70 }), (lengths) => {
        const blocks = lengths.map((length) => section('&'.repeat(length)));
        const made = message({ text: 'Overdue', blocks, footer: [divider(), context('Fresh')] });
        expect(validateMessage(made)).toEqual([]);
        expect(messageLength(made.blocks)).toBeLessThanOrEqual(limits.message.characters);
        expect(made.blocks.slice(-2).map((block) => block.type)).toEqual(['divider', 'context']);
      }),
      { numRuns: 40 },
    );
  });

  test('a typeahead answers a hundred options with different values', () => {
    const twice = Array.from({ length: 250 }, (_, index) => ({
      text: `Debtor ${index}`,
      value: `d${index % 120}`,
    }));
    const { options } = optionsAnswer(twice);
    expect(new Set(options.map((option) => option.value)).size).toBe(100);
  });

  test('twelve facts take two sections', () => {
    const facts = Array.from({ length: 12 }, (_, index): [string, string] => [`Fact ${index}`, 'x']);
    expect(fields(facts).map((each) => each.fields?.length)).toEqual([10, 2]);
  });
});

describe('too little', () => {
  test('a message without blocks shows its text, a row without buttons disappears', () => {
    expect(message({ text: 'Nothing is due.' }).blocks).toEqual([section('Nothing is due.')]);
    expect(message({ text: 'x', blocks: [section('x'), actions([])] }).blocks).toHaveLength(1);
  });

  test('an empty home tab is still a view', () => {
    expect(validateView(home({ blocks: [] }))).toEqual([]);
  });

  test('a form can always be submitted', () => {
    const blocks = [input({ blockId: 'notes', label: 'Notes', element: textInput({ actionId: 'notes' }) })];
    expect(modal({ callbackId: 'x', title: 'Log a call', blocks }).submit?.text).toBe('Save');
  });
});

test('ids and metadata are never cut: too long is a mistake in the program', () => {
  expect(() => button({ text: 'Go', actionId: 'x'.repeat(256) })).toThrow(RangeError);
  expect(() => modal({ callbackId: 'x', title: 'x', metadata: 'x'.repeat(3001), blocks: [] })).toThrow(
    RangeError,
  );
});
