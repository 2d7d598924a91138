import { isoDay } from '../../core/day.ts';
import { inFileName } from '../../core/inFileName.ts';
import type { Queries } from '../../db/client.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';
import { renderEvidence } from '../../notices/renderEvidence.ts';
import { evidenceTables } from '../../reports/evidence/evidenceTables.ts';
import { evidenceZip } from '../../reports/evidence/evidenceZip.ts';
import { printedTables } from '../../reports/evidence/printedTables.ts';
import { loadEvidence } from './loadEvidence.ts';

export interface EvidenceFile {
  /** "evidence-ACME-01-2026-11-23.zip" */
  readonly filename: string;
  readonly zip: Buffer;
  /** what is for whoever takes it out alone, as sentences */
  readonly aside: readonly string[];
}

/** The evidence pack of an account as it stands now. Throws DulyError `debtor_not_found`. */
export async function writeEvidence(
  tx: Queries,
  about: {
    readonly workspace: WorkspaceContext;
    readonly debtorId: string;
    /** how many bytes of copies of invoices it encloses at most */
    readonly mostCopyBytes: number;
    readonly now: Date;
  },
): Promise<EvidenceFile> {
  const { evidence, summary, aside } = await loadEvidence(tx, about);
  const { debtor, asAt } = summary;
  const tables = printedTables(evidenceTables(evidence), evidence);
  const printed = await renderEvidence({ ...summary, tables });
  const named = ['evidence', inFileName(debtor.account), isoDay(asAt)].filter(Boolean).join('-');
  return { filename: `${named}.zip`, zip: evidenceZip(evidence, printed), aside };
}
