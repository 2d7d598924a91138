import { expect, test } from 'vitest';
import { runningDuly } from '../support/runningDuly.ts';
import type { Team } from '../support/teamOnSlack.ts';
import { buttonsOf, wordsOf } from '../support/wordsOf.ts';
import { aDebtorAtTheFinalNotice } from './finalNotice.ts';

const books = (team: Team) =>
  aDebtorAtTheFinalNotice(team, {
    name: 'Acme Ltd',
    account: 'A-77',
    invoices: [{ number: 'INV-2044', due: '2026-09-04', amount: 120_000 }],
  });

const isLastCall = (seen: object) => buttonsOf(seen, 'prompt_ask_approval').length > 0;
const asksFinance = (seen: object) => buttonsOf(seen, 'prompt_pays_other').length > 0;

test('money that pays nothing yet stops the last call until finance says what it is for; what comes later is asked about anew', async () => {
  const duly = await runningDuly({ books });
  const { colin, fiona } = duly.person;
  const line = { on: '2026-11-20', payer: 'Acme Ltd', reference: 'A-77 deposit for the new shop' };
  await duly.bankBooks([{ ...line, amount: '400,00' }]);
  await duly.move({ to: '2026-11-23T09:00:00Z' });
  expect((await colin.messages()).filter(isLastCall)).toEqual([]);
  const [asked, ...more] = (await fiona.messages()).filter(asksFinance);
  if (!asked) throw new Error('finance was not asked');
  expect(more).toEqual([]);
  expect(wordsOf(asked)).toMatch(/£400\.00.*deposit for the new shop/);

  const saysOther = async () => {
    await fiona.click(asked, 'prompt_pays_other', { value: buttonsOf(asked, 'prompt_pays_other')[0] });
    expect((await fiona.messages()).filter(asksFinance)).toEqual([]);
  };
  await saysOther();
  const said = (await fiona.messages()).findLast((one) => buttonsOf(one, 'undo_activity').length > 0);
  if (!said) throw new Error('Undo was not offered');
  await fiona.click(said, 'undo_activity');
  await duly.move({ advance: 'PT1M' });
  expect((await fiona.messages()).filter(asksFinance)).toHaveLength(1);
  await saysOther();
  const [call] = (await colin.messages()).filter(isLastCall);
  if (!call) throw new Error('the last call did not come');
  expect(wordsOf(call)).toContain('£1,200.00'); // nothing of it is set against the invoice

  await duly.bankBooks([{ ...line, reference: 'A-77 on account', amount: '150,00' }]);
  await colin.click(call, 'prompt_ask_approval', { value: buttonsOf(call, 'prompt_ask_approval')[0] });
  await duly.move({ to: '2026-11-24T09:00:00Z' });
  const [again] = (await fiona.messages()).filter(asksFinance);
  if (!again) throw new Error('finance was not asked about the later money');
  expect(wordsOf(again)).toContain('£150.00');
  expect(wordsOf(again)).not.toContain('£400.00');
  await fiona.click(again, 'prompt_pays_invoices', { value: buttonsOf(again, 'prompt_pays_invoices')[0] });
  expect((await fiona.messages()).filter(asksFinance)).toEqual([]);

  // the deposit goes back; money that comes after it is not taken for it
  await duly.bankBooks([{ ...line, on: '2026-11-24', amount: '-400,00' }]);
  await duly.bankBooks([{ ...line, on: '2026-11-24', reference: 'A-77 second try', amount: '400,00' }]);
  await duly.move({ to: '2026-11-25T09:00:00Z' });
  const [later] = (await fiona.messages()).filter(asksFinance);
  if (!later) throw new Error('finance was not asked about the money that came after the deposit went back');
  expect(wordsOf(later)).toMatch(/£400\.00.*second try/);
  expect(wordsOf(later)).not.toContain('deposit for the new shop');
});
