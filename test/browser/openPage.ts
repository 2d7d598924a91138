import { existsSync, mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import axe from 'axe-core';
import { type Browser, chromium, type Page } from 'playwright-core';
import { expect, onTestFinished } from 'vitest';

const PLACES = [process.env.CHROMIUM_PATH, '/usr/bin/chromium', '/usr/bin/chromium-browser'];
const SHOTS = fileURLToPath(new URL('screenshots/', import.meta.url));
const WIDTHS = { desktop: 1280, phone: 390 };
const HEIGHT = 900;

export interface Look {
  readonly theme?: 'light' | 'dark';
  readonly size?: keyof typeof WIDTHS;
  /** where to look first; the page's own choice unless told */
  readonly path?: string;
}

let browser: Promise<Browser> | undefined;

/** Opens the page in a browser of its own: another cookie jar, another memory of what was read. Closed when the test ends. */
export async function openPage(
  url: string,
  user: string,
  { theme = 'light', size = 'desktop', path = '/' }: Look = {},
): Promise<Page> {
  browser ??= launch();
  const context = await (await browser).newContext({
    viewport: { width: WIDTHS[size], height: HEIGHT },
    colorScheme: theme,
    timezoneId: 'Pacific/Auckland', // days and hours are the member's, never the machine's
    locale: 'en-GB',
  });
  onTestFinished(() => context.close());
  const page = await context.newPage();
  const troubles: string[] = [];
  page.on('pageerror', (error) => troubles.push(String(error)));
  page.on('console', (line) => line.type() === 'error' && troubles.push(line.text()));
  onTestFinished(() => expect(troubles, 'errors in the browser’s console').toEqual([]));
  const address = new URL(path, url);
  address.searchParams.set('user', user);
  await page.goto(address.href);
  return page;
}

/** Keeps a picture as `screenshots/NAME.png`, to be looked at. */
export async function shoot(page: Page, name: string): Promise<void> {
  mkdirSync(SHOTS, { recursive: true });
  await page.screenshot({ path: `${SHOTS}${name}.png` });
}

/** Fails with every rule of axe that the page breaks as it stands. */
export async function isAccessible(page: Page): Promise<void> {
  await page.evaluate(axe.source);
  const broken = await page.evaluate(async () => {
    const run = (globalThis as unknown as { axe: typeof axe }).axe.run;
    const { violations } = await run({ resultTypes: ['violations'] });
    return violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(' | ')}`,
    );
  });
  expect(broken).toEqual([]);
}

async function launch(): Promise<Browser> {
  const executablePath = PLACES.find((path) => path && existsSync(path));
  if (!executablePath)
    throw new Error('There is no Chromium here: apt-get install chromium, or set CHROMIUM_PATH.');
  return chromium.launch({ executablePath, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] });
}
