import { z } from 'zod';

/** A row that is an id and nothing else. Made once: making a schema costs more than reading a row with it. */
export const idRow = z.object({ id: z.string() });
