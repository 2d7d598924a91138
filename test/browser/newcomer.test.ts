import { statSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Newcomer, newcomer } from './newcomer.ts';
import { isAccessible, type Look, openPage, shoot } from './openPage.ts';

const NORA = 'U01NORA';
const looks: Look[] = [
  { size: 'desktop', theme: 'light' },
  { size: 'desktop', theme: 'dark' },
  { size: 'phone', theme: 'light' },
  { size: 'phone', theme: 'dark' },
];
let duly: Newcomer;
beforeAll(async () => {
  duly = await newcomer();
}, 180_000);
afterAll(() => duly.stop());

test('the page is there at once, and small', async () => {
  const page = await openPage(duly.url, NORA);
  await page.getByRole('article').first().waitFor();
  const paint = await page.evaluate(
    () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime,
  );
  console.info(`first paint after ${Math.round(paint ?? Number.NaN)} ms`);
  const dist = new URL('../../src/playground/web/dist/', import.meta.url);
  const bytes = ['index.html.gz', 'page.js.gz', 'page.css.gz'].map(
    (name) => statSync(new URL(name, dist)).size,
  );
  expect(bytes.reduce((sum, size) => sum + size, 0)).toBeLessThan(250_000);
});

/** What stands in the call log for each outcome that is looked at. */
const outcomes = {
  promised: 'spoke to Jane, promised 1,200 by friday',
  disputes: 'spoke to Jane, disputes it, wrong price',
  'call-back': 'spoke to Jane, call back tomorrow 10:00',
};

describe.each(looks)('on a $size, $theme', (look) => {
  const name = (what: string) => `${what}-${look.size}-${look.theme}`;
  const open = (path: string) => openPage(duly.url, NORA, { ...look, path });

  test.each([
    ['digest', '/archives/C01COLLECT'],
    ['approvals', '/archives/C02APPROVE'],
    ['weekly', '/archives/C03FINANCE'],
    ['prompts', '/archives/D01NORA'],
  ])('%s', async (what, path) => {
    const page = await open(path);
    await page.getByRole('article').last().waitFor();
    await isAccessible(page);
    await noSidewaysScroll(page);
    await shoot(page, name(what));
  });

  test('the Home tab', async () => {
    const page = await open('/archives/D01NORA?tab=home');
    await page
      .getByRole('heading', { name: /My day/ })
      .first()
      .waitFor();
    await isAccessible(page);
    await shoot(page, name('home'));
  });

  test('an account', async () => {
    const page = await open('/archives/D01NORA');
    await duly.call('command', { user: NORA, channel: 'D01NORA', command: '/debt', text: 'show kestrel' });
    await page.getByRole('article').filter({ hasText: 'Kestrel' }).last().waitFor();
    await isAccessible(page);
    await shoot(page, name('account'));
  });

  test.each(Object.entries(outcomes))('the call log: %s', async (outcome, words) => {
    const page = await open('/archives/D01NORA');
    await duly.call('command', {
      user: NORA,
      channel: 'D01NORA',
      command: '/debt',
      text: `log harbour ${words}`,
    });
    const dialog = page.getByRole('dialog', { name: 'Log a call' });
    await dialog.getByRole('button', { name: 'Save' }).waitFor();
    await isAccessible(page);
    await shoot(page, name(`call-log-${outcome}`));
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await dialog.waitFor({ state: 'detached' });
  });
});

async function noSidewaysScroll(page: Page): Promise<void> {
  const wider = await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth');
  expect(wider).toBeLessThanOrEqual(0);
}
