import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { askedForApproval, atTheFinalNotice, decisions } from '../scenarios/finalNotice.ts';
import { runningDuly } from '../support/runningDuly.ts';
import { openPage, shoot } from './openPage.ts';

/** What has the focus, as a screen reader would say it; nothing where it has left the page. */
async function focused(page: Page): Promise<string> {
  const element = page.locator(':focus');
  return (await element.count()) === 0 ? '' : element.ariaSnapshot();
}

/** Presses Tab until the element of that name has the focus, as somebody without a mouse does; fails when it never comes. */
async function tabTo(page: Page, name: RegExp, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  const passed: string[] = [];
  for (let presses = 0; presses < 80; presses++) {
    await page.keyboard.press(key);
    const now = await focused(page);
    if (name.test(now)) return;
    passed.push(now.slice(0, 60));
  }
  throw new Error(`nothing called ${name} is reached with ${key}, but: ${passed.join(' / ')}`);
}

test('without a mouse: a call is logged, a notice is approved, and the clock is moved', async () => {
  const duly = await runningDuly({ books: atTheFinalNotice });
  await askedForApproval(duly);
  const page = await openPage(duly.playground.url, duly.person.marta.id);
  await page.getByRole('textbox', { name: /^Message/ }).waitFor();

  await tabTo(page, /textbox "?Message/);
  await page.keyboard.type('/debt log acme spoke to Jane, call back tomorrow 10:00');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Log a call' });
  await dialog.getByRole('button', { name: 'Save' }).waitFor();
  await shoot(page, 'keyboard-call-log');
  await tabTo(page, /"Save"/);
  await page.keyboard.press('Enter');
  await expect.poll(() => duly.db.prisma.activity.count({ where: { kind: 'call' } })).toBe(1);
  await page.getByRole('dialog').getByRole('button', { name: 'Undo' }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });

  await tabTo(page, /link "(collections|approvals|general)/, 'Shift+Tab');
  for (let n = 0; n < 10 && !/approvals/.test(await focused(page)); n++)
    await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.getByRole('article').filter({ hasText: 'Acme Ltd' }).first().waitFor();
  await tabTo(page, /^- '?button "white check mark/);
  await page.keyboard.press('Enter');
  await expect.poll(() => decisions(duly)).toEqual(['approve by Marta Ruiz']);
  await shoot(page, 'keyboard-approved');

  await tabTo(page, /"\+1 hour"/, 'Shift+Tab');
  await page.keyboard.press('Enter');
  await expect.poll(() => duly.mails().then((mails) => mails.length), { timeout: 60_000 }).toBe(1);
});
