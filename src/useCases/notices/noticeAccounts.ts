import { readFigures } from './NoticeFigures.ts';

/** The ids of the accounts that a stored notice is about: those of a group's statement, else its own. */
export function noticeAccounts(notice: {
  readonly debtorId: string;
  readonly figures: unknown;
}): readonly string[] {
  return readFigures(notice).accounts ?? [notice.debtorId];
}
