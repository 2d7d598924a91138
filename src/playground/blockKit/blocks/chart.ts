import { z } from 'zod';
import { limits } from '../../../../blocks/limits.ts';
import { blockIdentity } from '../objects/ids.ts';
import { unique } from '../rules/unique.ts';

const label = z.string().min(1).max(limits.chart.label);
const axisLabel = z.string().min(1).max(limits.chart.axisLabel).optional();
const uniqueNames = unique<{ name: string }>((series) => series.name, ['name'], 'name');

const pie = z.strictObject({
  type: z.literal('pie'),
  segments: z
    .array(z.strictObject({ label, value: z.number().gt(0) }))
    .min(1)
    .max(limits.chart.segments),
});

const plotted = <T extends 'bar' | 'line' | 'area'>(type: T) =>
  z
    .strictObject({
      type: z.literal(type),
      series: z
        .array(
          z.strictObject({
            name: label,
            data: z
              .array(z.strictObject({ label, value: z.number() }))
              .min(1)
              .max(limits.chart.points),
          }),
        )
        .min(1)
        .max(limits.chart.series)
        .superRefine(uniqueNames),
      axis_config: z.strictObject({
        categories: z.array(label).min(1).max(limits.chart.categories),
        x_label: axisLabel,
        y_label: axisLabel,
      }),
    })
    .superRefine(onePointPerCategory);

interface Plot {
  readonly series: readonly { readonly data: readonly { readonly label: string }[] }[];
  readonly axis_config: { readonly categories: readonly string[] };
}

function onePointPerCategory({ series, axis_config: { categories } }: Plot, context: z.RefinementCtx): void {
  const wanted = [...categories].sort().join('\n');
  for (const [index, { data }] of series.entries()) {
    const given = data
      .map((point) => point.label)
      .sort()
      .join('\n');
    if (given === wanted) continue;
    const message = 'must provide exactly one value per category';
    context.addIssue({ code: 'custom', message, path: ['series', index, 'data'] });
  }
}

export const dataVisualization = z.strictObject({
  type: z.literal('data_visualization'),
  ...blockIdentity,
  title: z.string().min(1).max(limits.chart.title),
  chart: z.discriminatedUnion('type', [pie, plotted('bar'), plotted('line'), plotted('area')]),
});
