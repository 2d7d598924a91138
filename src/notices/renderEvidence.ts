import { englishOf } from '../core/dayFormat.ts';
import { debtorKindName } from '../core/debtorKindName.ts';
import { describeNotice } from './describeNotice.ts';
import type { EvidenceSummary } from './EvidenceSummary.ts';
import { formatDay } from './formatDay.ts';
import { labelled } from './labelled.ts';
import { pageSizeOf } from './pageSizeOf.ts';
import { areaOf, type Doc, paragraph, rule } from './pdf/flow.ts';
import { pageMargins } from './pdf/pageMargins.ts';
import { pdfDocument } from './pdf/pdfDocument.ts';
import { positionTables } from './pdf/positionTables.ts';
import { summaryBand } from './pdf/summaryBand.ts';
import { tablePart } from './pdf/tablePart.ts';
import { colors, sizes } from './pdf/theme.ts';
import { linesOf, nameOf, oneLine } from './printable.ts';

const HEADING = 'Evidence pack';

/** The pack's summary as a PDF: who owes whom what, what was agreed and done, who decided. The same data give the same bytes. */
export function renderEvidence(summary: EvidenceSummary): Promise<Buffer> {
  const { locale, asAt, creditor, debtor, tables } = summary;
  const account = nameOf(debtor.account);
  const about = {
    ...{ pageSize: pageSizeOf(locale), lang: englishOf(locale), on: asAt },
    ...{ title: `${HEADING}: account ${account}`, author: nameOf(creditor.name) },
  };
  return pdfDocument(about, (doc) => {
    cover(doc, summary);
    for (const table of tables) tablePart(doc, table);
    const letterhead = linesOf(creditor.letterhead);
    const margins = {
      creditor: { name: nameOf(creditor.name), letterhead },
      debtor: { account },
    };
    pageMargins(doc, margins, HEADING);
  });
}

function cover(doc: Doc, summary: EvidenceSummary): void {
  const { locale, asAt, creditor, debtor, position, remarks } = summary;
  const { left, width } = areaOf(doc);
  const day = formatDay(asAt, locale, 'long');
  const [owedTo, owedBy] = [nameOf(creditor.name), nameOf(debtor.name)];
  doc.font('bold').fontSize(sizes.brand).fillColor(colors.brand).text(owedTo, left, 46, { width });
  const ways = [...linesOf(creditor.address), creditor.phone, creditor.email].filter(Boolean).join(' · ');
  doc.font('regular').fontSize(sizes.small).fillColor(colors.soft).text(oneLine(ways), { width });
  rule(doc, doc.y + 8, left, left + width, colors.brand, 1);
  doc.y += 26;
  doc.font('bold').fontSize(sizes.heading).fillColor(colors.strong).text(HEADING, left, doc.y, { width });
  doc.y += 10;
  paragraph(
    doc,
    `What ${owedBy} owes ${owedTo} as at ${day}, what was agreed, what was done to collect it and what came back. Each table is enclosed as a CSV file too; the letters and mails are enclosed as they were sent, in the folder “letters”, and copies of invoices in the folder “invoices”.`,
  );
  summaryBand(doc, [
    labelled('Owed by', `${owedBy}, ${debtorKindName(debtor.kind)}`),
    labelled('Account', nameOf(debtor.account)),
    labelled('Position as at', day),
  ]);
  if (position) {
    const view = describeNotice(position);
    summaryBand(doc, view.summary);
    positionTables(doc, view);
  } else paragraph(doc, 'Nothing is open.');
  for (const remark of remarks) paragraph(doc, oneLine(remark));
}
