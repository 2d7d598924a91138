import type { types } from '@slack/bolt';
import { limits } from '../limits.ts';
import { within } from '../within.ts';

interface FileInputOptions {
  readonly actionId: string;
  /** Endings without the dot: `csv`. */
  readonly types: readonly string[];
  readonly maxFiles?: number;
}

/** Files to upload; only modals take it. */
export function fileInput({ actionId, types: filetypes, maxFiles = 1 }: FileInputOptions): types.FileInput {
  return {
    type: 'file_input',
    action_id: within(actionId, limits.actionId, 'action_id'),
    filetypes: [...filetypes],
    max_files: Math.min(maxFiles, limits.fileInput.files),
  };
}
