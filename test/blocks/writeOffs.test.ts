import { expect, test } from 'vitest';
import { writeOffModal } from '../../blocks/agreements/writeOffModal.ts';
import { limits } from '../../blocks/limits.ts';
import { smallBalancesMessage } from '../../blocks/lists/smallBalancesMessage.ts';
import { messageLength } from '../../blocks/messageLength.ts';
import { validateMessage } from '../../src/playground/blockKit/validateMessage.ts';
import { validateView } from '../../src/playground/blockKit/validateView.ts';
import { buttonsOf } from '../support/wordsOf.ts';

const HOSTILE = '<!channel> & "quotes" *bold* '.repeat(180).slice(0, 5000);

test.each([0, 1, 2, 10, 11, 1000])('a list of %i small balances is one message, and pages stay', (total) => {
  const rows = Array.from({ length: total }, (_, n) => ({
    invoiceId: `inv_${n}`,
    debtorName: HOSTILE,
    owed: `€12.00 of ${HOSTILE}, 63 days late`,
    isNet: n === 3,
  }));
  const invoiceIds = rows.filter(({ isNet }) => !isNet).map(({ invoiceId }) => invoiceId);
  const toPropose = { invoiceIds, sum: '€1.00' };
  for (const [page, agrees] of [
    [0, false],
    [3, true],
  ] as const) {
    const sent = smallBalancesMessage({
      ...{ page, pages: 4, total, sum: '€1.00 and £2.00', agrees, toPropose, rows },
    });
    expect(validateMessage(sent)).toEqual([]);
    expect(sent.blocks.length).toBeLessThanOrEqual(limits.message.blocks);
    expect(messageLength(sent.blocks)).toBeLessThanOrEqual(limits.message.characters);
    if (total < 2) continue;
    expect(buttonsOf(sent, `small_balance_page:${page === 0 ? 'next' : 'previous'}`)).toHaveLength(1);
    // as many as a button can name
    const all = total > 100 ? [] : [`${invoiceIds.join(',')}|${page}`];
    expect(buttonsOf(sent, 'small_balance_all')).toEqual(all);
  }
});

test.each([0, 1, 100, 5000])('a proposal about an account of %i invoices is taken by Slack', (count) => {
  const invoices = Array.from({ length: count }, (_, n) => ({ value: `inv_${n}`, text: `${n} ${HOSTILE}` }));
  const view = writeOffModal({
    metadata: '{}',
    account: { name: HOSTILE, lines: [] },
    invoices,
    invoice: 'inv_0',
    reason: HOSTILE,
  });
  expect(validateView(view)).toEqual([]);
});
