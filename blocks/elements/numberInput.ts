import type { types } from '@slack/bolt';
import { type ElementOptions, elementFields } from './element.ts';

interface NumberInputOptions extends ElementOptions {
  readonly decimals: boolean;
  /** Decimal digits with a point, as Slack wants numbers: `1200.50`. */
  readonly initial?: string | undefined;
  readonly min?: string;
  readonly max?: string;
}

/** A number to type; only modals take it. */
export function numberInput({
  decimals,
  initial,
  min,
  max,
  ...element
}: NumberInputOptions): types.NumberInput {
  return {
    type: 'number_input',
    ...elementFields(element),
    is_decimal_allowed: decimals,
    ...(initial !== undefined && { initial_value: initial }),
    ...(min !== undefined && { min_value: min }),
    ...(max !== undefined && { max_value: max }),
  };
}
