import type { WorkspaceContext } from '../../db/workspaceContext.ts';

/** Whose evidence is read, and by what names the members go. */
export interface EvidenceOf {
  readonly workspace: WorkspaceContext;
  readonly debtorId: string;
  /** names of members, by id, those who left too */
  readonly members: ReadonlyMap<string, string>;
}
