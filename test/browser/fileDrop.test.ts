import { expect, test } from 'vitest';
import { ANNA } from '../playground/support/workspace.ts';
import { anotherApp } from './anotherApp.ts';
import { openPage, shoot } from './openPage.ts';

const CSV = 'number,debtor,due,amount\nINV-1,Acme,2026-10-01,100.00\n';

test('a file dropped on a channel is there for everybody, byte for byte', async () => {
  const { playground } = await anotherApp();
  const page = await openPage(playground.url, ANNA);
  await page
    .getByRole('list', { name: 'Channels' })
    .getByRole('link', { name: /^floor/ })
    .click();
  await page.getByRole('heading', { name: /^floor/ }).waitFor();
  const dropped = await page.evaluateHandle(`(() => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([${JSON.stringify(CSV)}], 'ledger.csv', { type: 'text/csv' }));
    return transfer;
  })()`);
  const target = page.getByRole('textbox', { name: /^Message/ });
  for (const event of ['dragenter', 'dragover', 'drop'])
    await target.dispatchEvent(event, { dataTransfer: dropped });
  const message = page.getByRole('article').filter({ hasText: 'ledger.csv' });
  await message.waitFor();
  await shoot(page, 'file-dropped');
  const state = await (await fetch(`${playground.url}/client/state?user=${ANNA}`)).text();
  const [, id] = /"id":"(F[A-Z0-9]+)","[^}]*ledger\.csv/.exec(state) ?? [];
  expect(await (await fetch(`${playground.url}/client/file/${id}?user=${ANNA}`)).text()).toBe(CSV);
});
