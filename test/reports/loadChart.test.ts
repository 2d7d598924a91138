import { expect, test } from 'vitest';
import { addDays, dayOf } from '../../src/core/day.ts';
import { renderLoadChart } from '../../src/reports/renderLoadChart.ts';

const days = Array.from({ length: 22 }, (_, index) => addDays(dayOf('2026-11-23'), index));
const members = Array.from({ length: 14 }, (_, row) => ({
  name: `Collector with a long name ${row}`,
  capacity: 40,
  counts: days.map((_day, column) => Math.max(0, 55 - row * 6 - column)),
}));

test('the picture says in words who has how much, and who has too much', async () => {
  const { png, altText } = await renderLoadChart({
    under: 'the policies as they are',
    locale: 'en-GB',
    days,
    members,
  });
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1920, 1080]);
  expect(altText).toContain('Collector with a long name 0 979, at most 55 a day, over the capacity of 40');
  expect(altText).toContain('3 members over their capacity');
  expect(altText.length).toBeLessThan(2_000);
});

test('the same data give the same picture', async () => {
  const data = { under: 'the changed policies', locale: 'en-GB', days, members };
  const [one, other] = [await renderLoadChart(data), await renderLoadChart(data)];
  expect(one.png.equals(other.png)).toBe(true);
});
