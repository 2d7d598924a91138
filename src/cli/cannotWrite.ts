import { DulyError } from '../core/DulyError.ts';
import { errorCodes } from '../core/errorCodes.ts';

const why: Readonly<Record<string, string>> = {
  EACCES: 'this user may not write there',
  EISDIR: 'it is a folder',
  ENOENT: 'there is no such folder',
  ENOSPC: 'the disk is full',
  ENOTDIR: 'there is no such folder',
  EPERM: 'this user may not write there',
  EROFS: 'nothing can be written there',
};

/** What is thrown where a file that a command writes for its user cannot be written. */
export function cannotWrite(path: string, error: unknown): DulyError {
  const words = why[errorCodes(error)[0] ?? ''] ?? String(error);
  return new DulyError('cannot_write', `cannot write ${path}`, `“${path}” cannot be written: ${words}.`, {
    cause: error,
  });
}
