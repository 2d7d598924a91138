import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { AccountView } from '../../blocks/accounts/AccountView.ts';
import { accountMessage } from '../../blocks/accounts/accountMessage.ts';
import { accountModal } from '../../blocks/accounts/accountModal.ts';
import { addContactModal } from '../../blocks/accounts/addContactModal.ts';
import { editContactModal, refusalChoices } from '../../blocks/accounts/editContactModal.ts';
import { groupModal } from '../../blocks/accounts/groupModal.ts';
import { kindModal } from '../../blocks/accounts/kindModal.ts';
import { sharedAccountMessage } from '../../blocks/accounts/sharedAccountMessage.ts';
import { tagsModal } from '../../blocks/accounts/tagsModal.ts';
import { whyMessage } from '../../blocks/accounts/whyMessage.ts';
import { whyModal } from '../../blocks/accounts/whyModal.ts';
import { commandHelpMessage } from '../../blocks/help/commandHelpMessage.ts';
import { helpMessage } from '../../blocks/help/helpMessage.ts';
import { homeTab } from '../../blocks/home/homeTab.ts';
import { columnsModal } from '../../blocks/imports/columnsModal.ts';
import { creditorModal } from '../../blocks/imports/creditorModal.ts';
import { droppedFileMessage } from '../../blocks/imports/droppedFileMessage.ts';
import { heldImportMessage } from '../../blocks/imports/heldImportMessage.ts';
import { importModal } from '../../blocks/imports/importModal.ts';
import { lastImportsMessage } from '../../blocks/imports/lastImportsMessage.ts';
import { missingItemsMessage } from '../../blocks/lists/missingItemsMessage.ts';
import { pickDebtorMessage } from '../../blocks/lists/pickDebtorMessage.ts';
import { worklistMessage } from '../../blocks/lists/worklistMessage.ts';
import { settingsModal } from '../../blocks/settings/settingsModal.ts';
import { savingView } from '../../blocks/views/savingView.ts';
import { validateMessage } from '../../src/playground/blockKit/validateMessage.ts';
import { validateView } from '../../src/playground/blockKit/validateView.ts';
import { wordsOf } from '../support/wordsOf.ts';

/** Whatever people or files may have written: nothing, markup, far too much. */
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 80 }),
  fc.constantFrom('', ' ', '<!channel> & <@U01>', '*bold* _x_ `y`', 'é'.repeat(4000), '𝔄'.repeat(300)),
);
const texts = fc.array(text, { maxLength: 40 });
const id = fc.stringMatching(/^[a-z0-9]{8,20}$/);
const runs = { numRuns: 60 };

const account: fc.Arbitrary<AccountView> = fc.record({
  debtorId: id,
  name: text,
  validated: fc.boolean(),
  writtenOff: fc.boolean(),
  handedOff: fc.boolean(),
  onLegalHold: fc.boolean(),
  onHold: fc.boolean(),
  onCreditHold: fc.boolean(),
  stopped: fc.boolean(),
  mayBeNoticed: fc.boolean(),
  about: texts,
  balances: fc.array(fc.record({ currency: text, total: text, overdue: text, ages: texts }), {
    maxLength: 9,
  }),
  warnings: texts,
  stage: text,
  next: text,
  contacts: fc.array(fc.record({ name: text, role: text, ways: texts, calls: text }), { maxLength: 120 }),
  sections: fc.array(
    fc.record({
      title: text,
      lines: texts,
      confirms: fc.uniqueArray(fc.record({ promiseId: id, what: text }), {
        maxLength: 4,
        selector: ({ promiseId }) => promiseId,
      }),
    }),
    { maxLength: 8 },
  ),
  activities: texts,
});

test('an account of any size is taken by Slack, as a message, shared, or in a window', () => {
  fc.assert(
    fc.property(account, fc.boolean(), text, (view, mayLog, footnote) => {
      expect(validateMessage(accountMessage(view, { mayLog, mayShare: true }))).toEqual([]);
      expect(validateMessage(sharedAccountMessage(view, footnote))).toEqual([]);
      expect(validateView(accountModal(view, { mayLog }))).toEqual([]);
    }),
    runs,
  );
});

test('however much there is on an account, its buttons stay', () => {
  const line = 'x'.repeat(500);
  const huge = accountMessage(
    {
      debtorId: 'd1',
      name: 'Acme',
      validated: false,
      writtenOff: false,
      handedOff: false,
      onLegalHold: true,
      onHold: true,
      onCreditHold: true,
      stopped: true,
      mayBeNoticed: true,
      about: [],
      balances: [],
      warnings: [],
      stage: 's',
      next: 'n',
      contacts: [],
      sections: Array.from({ length: 60 }, (_, n) => ({ title: `Part ${n}`, lines: [line, line] })),
      activities: [line],
    },
    { mayLog: true },
  );
  expect(JSON.stringify(huge.blocks)).toContain('log_call');
  expect(validateMessage(huge)).toEqual([]);
});

test('reasons, worklists, pick lists and help are taken by Slack', () => {
  const reason = fc.record({
    outcome: fc.constantFrom('pass' as const, 'stop' as const, 'note' as const),
    sentence: text,
  });
  const reasons = fc.array(reason, { maxLength: 60 });
  const why = fc.record({
    debtorName: text,
    day: text,
    answer: text,
    reasons,
    silent: texts,
    taken: fc.array(fc.record({ stage: text, reasons }), { maxLength: 4 }),
    caveat: fc.option(text, { nil: undefined }),
  });
  const worklist = fc.record({
    title: text,
    filter: fc.constant('member:abc'),
    page: fc.nat(5),
    pages: fc.nat(9),
    total: fc.nat(90),
    rows: fc.array(fc.record({ debtorId: id, name: text, owed: text, notes: texts }), { maxLength: 60 }),
  });
  const pick = fc.record({
    question: text,
    debtors: fc.array(fc.record({ id, name: text, about: text }), { maxLength: 60 }),
    choose: fc.constant({ actionId: 'open_account', text: 'Open account' }),
    more: fc.boolean(),
  });
  const help = fc.record({ usage: text, does: text, examples: texts });
  fc.assert(
    fc.property(why, worklist, pick, fc.array(help, { maxLength: 40 }), texts, (w, l, p, commands, day) => {
      expect(validateMessage(whyMessage(w))).toEqual([]);
      expect(validateView(whyModal(w))).toEqual([]);
      expect(validateMessage(worklistMessage(l))).toEqual([]);
      expect(validateMessage(pickDebtorMessage(p))).toEqual([]);
      expect(validateMessage(helpMessage({ commands, day }))).toEqual([]);
      for (const one of commands.slice(0, 2)) expect(validateMessage(commandHelpMessage(one))).toEqual([]);
    }),
    runs,
  );
});

test('a Home tab of any length is taken by Slack', () => {
  const line = fc.record({ debtorId: id, debtorName: text, about: text });
  const lines = fc
    .tuple(fc.array(line, { maxLength: 50 }), fc.nat())
    .map(([shown, more]) => ({ lines: shown, total: shown.length > 0 ? shown.length + more : 0 }));
  const act = fc.constantFrom(
    { actionId: 'prompt_log_call' as const, text: 'Log the call' },
    { actionId: 'prompt_look' as const, text: 'Look at the reminder' },
    undefined,
  );
  const prompt = fc.record({ promptId: id, debtorId: id, debtorName: text, title: text, owed: text, act });
  const view = fc.record({
    dayName: text,
    prompts: fc.array(prompt, { maxLength: 80 }),
    promises: lines,
    approvals: lines,
    week: text,
    team: text,
    setUp: fc.option(
      fc.record({
        started: fc.boolean(),
        steps: fc.array(fc.record({ done: fc.boolean(), sentence: text })),
      }),
      { nil: undefined },
    ),
    footnote: text,
  });
  fc.assert(
    fc.property(view, (shown) => {
      expect(validateView(homeTab(shown))).toEqual([]);
    }),
    runs,
  );
});

test('the Home tab says of each list that it cuts where all of it stands', () => {
  const line = { debtorId: 'd', debtorName: 'Acme Ltd', about: 'something' };
  const prompt = { promptId: 'p', debtorId: 'd', debtorName: 'Acme Ltd', title: 'Call', owed: '£1' };
  const nothing = {
    dayName: 'Monday',
    week: 'w',
    team: 't',
    footnote: 'f',
    prompts: [],
    promises: { total: 0, lines: [] },
    approvals: { total: 0, lines: [] },
  };
  const cut = (some: Partial<Parameters<typeof homeTab>[0]>) =>
    wordsOf(homeTab({ ...nothing, ...some })).match(/…and .*/g);
  expect(cut({ prompts: Array(17).fill(prompt) })).toEqual(['…and 2 more: `/debt list mine` shows them all']);
  expect(cut({ promises: { total: 12, lines: Array(12).fill(line) } })).toEqual([
    '…and 2 more: `/debt list promises` has them all',
  ]);
  expect(cut({ approvals: { total: 61, lines: Array(50).fill(line) } })).toEqual([
    '…and 51 more: all wait in the channel where approvals are asked for',
  ]);
});

test('forms keep what was typed, and are taken by Slack', () => {
  const form = { name: 'Jane', role: 'director', phone: '1', mobile: '2', email: 'j@acme.example' };
  const contact = addContactModal({ debtorName: 'Acme', metadata: '{}' }, form);
  expect(validateView(contact)).toEqual([]);
  const about = { debtorName: 'é'.repeat(4000), metadata: '{}' };
  const known = Array.from({ length: 120 }, (_, n) => ({
    contactId: `c${n}`,
    name: 'é'.repeat(4000),
    about: 'x',
  }));
  expect(validateView(addContactModal({ ...about, known }, form))).toEqual([]);
  const refused = refusalChoices.map(({ value }) => value);
  expect(validateView(editContactModal(about, { hasLeft: false, ...form, refused }))).toEqual([]);
  for (const typed of ['Jane', 'director', 'j@acme.example'])
    expect(JSON.stringify(contact)).toContain(typed);
  for (const tags of ['key account', 'é'.repeat(4000)]) {
    const used = Array.from({ length: 400 }, (_, n) => `${n} ${tags}`);
    expect(validateView(tagsModal({ debtorName: tags, used, tags, metadata: '{}' }))).toEqual([]);
    const group = groupModal({ debtorName: tags, known: used, name: tags.slice(0, 80), metadata: '{}' });
    expect(validateView(group)).toEqual([]);
    expect(validateView(kindModal({ debtorName: tags, kind: 'business', metadata: '{}' }))).toEqual([]);
  }
  const settings = settingsModal({
    metadata: '{}',
    form: {
      collections: 'C1',
      approvals: '',
      finance: '',
      accountManagers: '',
      imports: '',
      dailyDigestAt: '08:30',
      promptsAt: '09:00',
      weeklyDigestAt: '09:00',
      zone: 'Europe/London',
      country: 'GB',
      region: '',
      statements: true,
      monthClosesOn: '25',
      defaultDebtorKind: 'business',
      closingDays: '',
      currency: '',
      manager: ['U1'],
      collector: [],
      finance_role: [],
      account_manager: [],
    },
  });
  expect(validateView(settings)).toEqual([]);
  fc.assert(
    fc.property(text, text, (title, value) => {
      expect(validateView(savingView(title, [['Notes', value]]))).toEqual([]);
    }),
    runs,
  );
});

test('what is asked about imports is taken by Slack, whatever stands in it', () => {
  const answers = fc.constantFrom(['paid', 'credited', 'open'] as const, ['paid', 'open'] as const);
  const row = fc.record({
    ...{ invoiceId: id, debtorName: text, number: text, open: text, due: text, since: text },
    answers,
  });
  const view = fc.record({
    total: fc.nat(400),
    sum: text,
    rows: fc.uniqueArray(row, { selector: (each) => each.invoiceId, maxLength: 15 }),
  });
  const ask = fc.record({
    importId: id,
    seal: fc.constant('0123456789abcdef'),
    reasons: texts,
    figures: texts,
  });
  const brought = fc.record({
    ...{ importId: id, fileName: text, about: text, by: text, rows: text, state: text },
    at: fc.constant(new Date('2026-11-23T09:30:00Z')),
    undo: fc.option(text, { nil: undefined }),
  });
  const imports = fc.array(brought, { maxLength: 8 });
  const form = { metadata: '{}', asOf: '2026-11-20', kindOfNew: 'individual', isLedger: true };
  fc.assert(
    fc.property(text, fc.array(text, { minLength: 1, maxLength: 40 }), (fileName, sentences) => {
      const next = { value: 'C01|F01', text: 'Import…' };
      const dropped = { fileName, sentences, rejected: sentences, next };
      expect(validateMessage(droppedFileMessage(dropped))).toEqual([]);
      expect(validateView(importModal({ ...form, fileName, sentences, rejected: sentences }))).toEqual([]);
      const columns = [...new Set(sentences.map((each, n) => `${n}${each}`.slice(0, 75)))];
      const fields = [{ field: 'number', label: 'Invoice number', guess: columns[0] }];
      const creditors = Array.from({ length: 120 }, (_, n) => ({ id: `c${n}`, name: `${fileName} ${n}` }));
      expect(validateView(creditorModal({ metadata: '{}', fileName, creditors }))).toEqual([]);
      expect(validateView(columnsModal({ metadata: '{}', fileName, columns, fields }))).toEqual([]);
    }),
    runs,
  );
  fc.assert(
    fc.property(imports, texts, (last, how) => {
      expect(validateMessage(lastImportsMessage({ imports: last }, how))).toEqual([]);
    }),
    runs,
  );
  fc.assert(
    fc.property(view, ask, text, text, (shown, held, file, outcome) => {
      expect(validateMessage(missingItemsMessage(shown))).toEqual([]);
      expect(validateMessage(heldImportMessage({ file, ask: held }))).toEqual([]);
      expect(validateMessage(heldImportMessage({ file, outcome }))).toEqual([]);
    }),
    runs,
  );
});
