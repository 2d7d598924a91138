import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, dayOf } from '../../src/core/day.ts';
import type { AgeingWeek } from '../../src/reports/AgeingWeek.ts';
import { renderAgeingChart } from '../../src/reports/renderAgeingChart.ts';
import { renderPromisesChart } from '../../src/reports/renderPromisesChart.ts';
import { spreadLabels } from '../../src/reports/spreadLabels.ts';

const sunday = dayOf('2026-11-22');
const ageing: AgeingWeek[] = [
  {
    endsOn: addDays(sunday, -7),
    current: 800_000n,
    days1to30: 100_000n,
    days31to60: 0n,
    days61to90: 0n,
    over90: 100_000n,
  },
  {
    endsOn: sunday,
    current: 700_000n,
    days1to30: 123_456n,
    days31to60: 20_000n,
    days61to90: 5_000n,
    over90: 101_544n,
  },
];
const promises = [
  { endsOn: addDays(sunday, -7), promised: 100_000n, collected: 70_000n },
  { endsOn: sunday, promised: 200_000n, collected: 150_000n },
];

/** Width and height of a PNG, from its header. */
function headerOf(png: Buffer) {
  expect(png.subarray(1, 4).toString()).toBe('PNG');
  return { width: png.readUInt32BE(16), height: png.readUInt32BE(20) };
}

describe('ageing by week', () => {
  it('is a sharp picture, and a sentence with the exact figures', async () => {
    const { png, altText } = await renderAgeingChart({ currency: 'EUR', locale: 'en-GB', weeks: ageing });
    expect(headerOf(png)).toEqual({ width: 1920, height: 1080 });
    expect(altText).toContain('€2,500.00 past due of €9,500.00 open (past due up 25 % in a week)');
    for (const words of [
      '€7,000.00 not yet due',
      '€1,234.56 1–30 days',
      '€1,015.44 over 90 days',
      '22 Nov',
    ]) {
      expect(altText).toContain(words);
    }
  });

  it('shows the figures: other figures, another picture; the same figures, the same bytes', async () => {
    const draw = async (over90: bigint) => {
      const weeks = ageing.map((week) => ({ ...week, over90 }));
      return (await renderAgeingChart({ currency: 'EUR', locale: 'en-GB', weeks })).png;
    };
    expect((await draw(100_000n)).equals(await draw(100_000n))).toBe(true);
    expect((await draw(100_000n)).equals(await draw(400_000n))).toBe(false);
  });

  it('draws a single week, an empty ledger, and sums beyond a safe integer', async () => {
    const empty = { endsOn: sunday, current: 0n, days1to30: 0n, days31to60: 0n, days61to90: 0n, over90: 0n };
    for (const week of [empty, { ...empty, over90: 10n ** 19n }]) {
      headerOf((await renderAgeingChart({ currency: 'JPY', locale: 'ja-JP', weeks: [week] })).png);
    }
    expect(
      (await renderAgeingChart({ currency: 'EUR', locale: 'en-GB', weeks: [empty] })).altText,
    ).not.toMatch(/NaN|undefined/);
    await expect(renderAgeingChart({ currency: 'EUR', locale: 'en-GB', weeks: [] })).rejects.toThrow(
      RangeError,
    );
  });

  it('keeps the sentence within what Slack takes', async () => {
    const weeks = Array.from({ length: 53 }, (_, i) => ({
      endsOn: addDays(sunday, i),
      current: 0n,
      days1to30: 10n ** 18n,
      days31to60: 0n,
      days61to90: 0n,
      over90: 0n,
    }));
    expect(
      (await renderAgeingChart({ currency: 'EUR', locale: 'en-GB', weeks })).altText.length,
    ).toBeLessThan(2_000);
  });
});

describe('promised against collected', () => {
  it('is a sharp picture, and a sentence with the exact figures', async () => {
    const { png, altText } = await renderPromisesChart({ currency: 'GBP', locale: 'en-GB', weeks: promises });
    expect(headerOf(png)).toEqual({ width: 1920, height: 1080 });
    expect(altText).toContain('£1,500.00 collected of £2,000.00 promised, 75 %');
    expect(altText).toContain('£2,200.00 collected of £3,000.00 promised');
  });

  it('says that nothing was promised instead of a rate', async () => {
    const weeks = [{ endsOn: sunday, promised: 0n, collected: 0n }];
    expect((await renderPromisesChart({ currency: 'GBP', locale: 'en-GB', weeks })).altText).toContain(
      'nothing promised',
    );
  });
});

describe('labels beside a stack', () => {
  it('never stand nearer than a step, keep their order and stay inside', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 80 }), { minLength: 5, maxLength: 5 }), (heights) => {
        const ys = spreadLabels(heights, { base: 480, ceiling: 100, step: 44 });
        ys.forEach((y, index) => {
          expect(y).toBeGreaterThanOrEqual(100);
          expect(y).toBeLessThanOrEqual(480);
          if (index > 0) expect((ys[index - 1] ?? 0) - y).toBeGreaterThanOrEqual(44 - 1e-9);
        });
      }),
    );
  });
});

it('a process that drew a picture ends by itself', () => {
  const script = `import { renderPromisesChart } from ${JSON.stringify(new URL('../../src/reports/renderPromisesChart.ts', import.meta.url).href)};
    await renderPromisesChart({ currency: 'EUR', locale: 'en-GB', weeks: [{ endsOn: 20000, promised: 5n, collected: 2n }] });`;
  const run = spawnSync(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], {
    timeout: 30_000,
  });
  expect({ status: run.status, signal: run.signal, stderr: run.stderr.toString() }).toMatchObject({
    status: 0,
    signal: null,
  });
}, 40_000);
