import { createRequire } from 'node:module';
import { renderAsync } from '@resvg/resvg-js';
import type { EChartsOption } from 'echarts';
import { init } from 'echarts';
import { encodePng } from './encodePng.ts';
import { canvas, ink } from './theme.ts';

const { resolve } = createRequire(import.meta.url);
const fontFiles = ['DejaVuSans.ttf', 'DejaVuSans-Bold.ttf'].map((file) =>
  resolve(`dejavu-fonts-ttf/ttf/${file}`),
);

/** A chart as a PNG, 1920 by 1080, on white. The same option gives the same bytes: fonts come from the package, never the system. */
export async function drawPng(option: EChartsOption): Promise<Buffer> {
  const { width, height, scale } = canvas;
  const chart = init(null, null, { renderer: 'svg', ssr: true, width, height });
  try {
    chart.setOption({
      animation: false,
      backgroundColor: ink.ground,
      textStyle: { fontFamily: 'DejaVu Sans' },
      ...option,
    });
    const font = { fontFiles, loadSystemFonts: false, defaultFontFamily: 'DejaVu Sans' };
    const svg = chart.renderToSVGString();
    // on another thread: clicks go on being answered
    return encodePng(await renderAsync(svg, { font, fitTo: { mode: 'zoom', value: scale } }));
  } finally {
    // an undisposed chart keeps the process alive
    chart.dispose();
  }
}
