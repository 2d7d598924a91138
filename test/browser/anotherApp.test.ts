import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { ANNA, BOB } from '../playground/support/workspace.ts';
import { anotherApp } from './anotherApp.ts';
import { isAccessible, openPage, shoot } from './openPage.ts';

/** Types into the composer of the open channel and sends it. */
async function say(page: Page, text: string): Promise<void> {
  await page.getByRole('textbox', { name: /^Message/ }).fill(text);
  await page.keyboard.press('Enter');
}

const inFloor = (page: Page) => page.getByRole('link', { name: /^floor/ }).click();

test('an app that books rooms: every block is drawn, and what is clicked reaches it', async () => {
  const { playground, heard } = await anotherApp();
  const page = await openPage(playground.url, ANNA);
  await inFloor(page);
  await say(page, '/room all');
  const message = page.getByRole('article').filter({ hasText: 'A header' });
  await message.getByText('struck').waitFor();
  expect(await message.locator('strong', { hasText: 'bold' }).count()).toBe(1);
  expect(await message.getByText('<b>').count()).toBe(1);
  expect(await message.getByRole('link', { name: 'a link' }).getAttribute('href')).toBe(
    'https://example.com',
  );
  await message.getByText('👋').first().waitFor();
  // 25 November 2026, 09:00 in London is 10:00 for Anna in Berlin, wherever the browser stands
  await message.getByText(/Seen .*10:00/).waitFor();
  await message.getByRole('columnheader', { name: 'Seats' }).waitFor();
  await message.getByText('kept  as is').waitFor();

  await message.getByRole('button', { name: 'Plain' }).click();
  await message.getByRole('button', { name: 'Delete the room' }).click();
  const sure = page.getByRole('alertdialog');
  await sure.getByText('It cannot be undone.').waitFor();
  await sure.getByRole('button', { name: 'Keep' }).click();
  await message.getByRole('checkbox', { name: 'two' }).click();
  await message.getByRole('radio', { name: 'three' }).click();
  await expect
    .poll(() => heard.map(({ what }) => what).filter((what) => what.startsWith('action')))
    .toEqual(['action plain', 'action checks', 'action radios']);
  await isAccessible(page);
  await shoot(page, 'another-app');
});

test('windows of another app: fields of every kind, an error at its field, what was typed stays', async () => {
  const { playground, heard } = await anotherApp();
  const page = await openPage(playground.url, ANNA, { theme: 'dark' });
  await inFloor(page);
  await say(page, '/room');
  const dialog = page.getByRole('dialog', { name: 'Book a room' });
  await dialog.getByText('Which room?').waitFor();
  await isAccessible(page);
  await dialog.getByRole('textbox', { name: /^Title/ }).fill('taken');
  await dialog.getByRole('textbox', { name: /^Many lines/ }).fill('one\ntwo');
  await dialog.getByRole('button', { name: 'Draw again' }).click();
  await dialog.getByText('Drawn again.').waitFor();
  expect(await dialog.getByRole('textbox', { name: /^Title/ }).inputValue()).toBe('taken');

  await dialog.getByRole('button', { name: 'Another window' }).click();
  const second = page.getByRole('dialog', { name: 'Second window' });
  await second.waitFor();
  await page.keyboard.press('Escape');
  await second.waitFor({ state: 'detached' });

  await dialog.getByRole('button', { name: /Typeahead/ }).click();
  await page.getByRole('searchbox').fill('at');
  await page.getByRole('option', { name: 'Attic' }).click();
  await dialog.getByRole('button', { name: 'Book', exact: true }).click();
  const title = dialog.getByRole('textbox', { name: /^Title/ });
  await dialog.getByText('This name is taken.').waitFor();
  expect(await title.getAttribute('aria-invalid')).toBe('true');
  await shoot(page, 'another-app-window');
  await title.fill('free');
  await dialog.getByRole('button', { name: 'Book', exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
  const [, last] = heard.filter(({ what }) => what === 'submit');
  expect(last?.value).toMatchObject({
    title: { title: { value: 'free' } },
    many: { many: { value: 'one\ntwo' } },
    typed: { typed: { selected_option: { value: 'Attic' } } },
  });
});

test('what only one person may see, only that person sees; what two write, both see at once', async () => {
  const { playground } = await anotherApp();
  const anna = await openPage(playground.url, ANNA);
  const bob = await openPage(playground.url, BOB);
  await inFloor(anna);
  await inFloor(bob);
  await say(anna, '/room quiet');
  await anna.getByRole('article').getByText('Only you see this.').waitFor();
  await say(anna, 'Hello Bob');
  const hello = bob.getByRole('article').filter({ hasText: 'Hello Bob' });
  await hello.waitFor();
  expect(await bob.getByText('Only you see this.').count()).toBe(0);
});
