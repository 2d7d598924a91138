import { renderAsync } from '@resvg/resvg-js';
import { expect, it } from 'vitest';
import { encodePng } from '../../src/reports/encodePng.ts';

it('a picture is read back pixel by pixel as it was packed', async () => {
  const [width, height] = [13, 7];
  const pixels = Buffer.from(
    Array.from({ length: width * height }, (_, i) => [(i * 37) % 256, (i * 91) % 256, i % 256, 255]).flat(),
  );
  const png = await encodePng({ width, height, pixels });
  const href = `data:image/png;base64,${png.toString('base64')}`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><image width="${width}" height="${height}" image-rendering="pixelated" href="${href}"/></svg>`;
  const shown = await renderAsync(svg);
  expect([shown.width, shown.height]).toEqual([width, height]);
  expect(shown.pixels.equals(pixels)).toBe(true);
});
