import type { Standing } from '../elements/Standing.ts';

/** How elements stand that are no input: the app hears of everything at once. `labelledBy` is the text beside them. */
export function plainStanding(blockId: string, labelledBy?: string): Standing {
  return {
    blockId,
    dispatches: true,
    isOptional: false,
    isInput: false,
    isInvalid: false,
    labelledBy,
  };
}
