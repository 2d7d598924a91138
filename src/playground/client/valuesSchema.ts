import { z } from 'zod';

/** Inputs as `view.state.values` has them: block id, action id, value. */
export const valuesSchema = z.record(z.string(), z.record(z.string(), z.looseObject({})));
