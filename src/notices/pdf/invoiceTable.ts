import type { CurrencyView, InvoiceView } from '../NoticeView.ts';
import { areaOf, type Doc, heightOf, keepTogether, rule } from './flow.ts';
import { colors, sizes } from './theme.ts';

interface Column {
  title: string;
  width: number;
  align: 'left' | 'right';
  /** the entry, and what stands small and soft below it */
  cell(invoice: InvoiceView): readonly [string, ...string[]];
}

const GAP = 8;
const PAD = 4;

/** The invoices of one currency; the column heads are repeated on every page that it runs over. */
export function invoiceTable(doc: Doc, group: CurrencyView): void {
  const columns = columnsFor(doc, group.invoices);
  const rowHeights = group.invoices.map((invoice) => heightOfRow(doc, columns, invoice));
  keepTogether(doc, 20 + (rowHeights[0] ?? 0));
  head(doc, columns);
  group.invoices.forEach((invoice, index) => {
    if (keepTogether(doc, rowHeights[index] ?? 0)) head(doc, columns);
    row(doc, columns, invoice, rowHeights[index] ?? 0);
  });
}

function columnsFor(doc: Doc, invoices: readonly InvoiceView[]): Column[] {
  const { width } = areaOf(doc);
  const fitting = (title: string, texts: readonly string[]) => {
    doc.font('bold').fontSize(sizes.table);
    return Math.ceil(Math.max(...[title, ...texts].map((text) => doc.widthOfString(text)))) + GAP;
  };
  const fixed: Column[] = [
    { title: 'Issued', width: 0, align: 'left', cell: (i) => [i.issued] },
    { title: 'Due', width: 0, align: 'left', cell: (i) => [i.due] },
    { title: '', width: 0, align: 'left', cell: (i) => [i.status] },
    { title: 'Amount', width: 0, align: 'right', cell: (i) => [i.amount] },
    {
      title: 'Outstanding',
      width: 0,
      align: 'right',
      cell: ({ outstanding, queried, promised }) => [
        outstanding,
        ...(queried ? [`${queried} under query`] : []),
        ...(promised ? [`agreed for ${promised}`] : []),
      ],
    },
  ];
  for (const column of fixed) {
    column.width = fitting(
      column.title,
      invoices.flatMap((invoice) => column.cell(invoice)),
    );
  }
  const rest = width - fixed.reduce((sum, column) => sum + column.width, 0);
  const number: Column = {
    title: 'Invoice',
    width: Math.max(rest, 70),
    align: 'left',
    cell: (i) => (i.orderNumber ? [i.number, `Your order ${i.orderNumber}`] : [i.number]),
  };
  return [number, ...fixed];
}

function head(doc: Doc, columns: readonly Column[]): void {
  const { left, width } = areaOf(doc);
  const top = doc.y;
  doc.font('bold').fontSize(sizes.small).fillColor(colors.soft);
  place(columns, left, (column, x) => {
    doc.text(column.title, x, top, { width: column.width - GAP, align: column.align, lineBreak: false });
  });
  rule(doc, top + 13, left, left + width, colors.brand, 0.9);
  doc.y = top + 14;
}

function row(doc: Doc, columns: readonly Column[], invoice: InvoiceView, height: number): void {
  const { left, width } = areaOf(doc);
  const top = doc.y;
  place(columns, left, (column, x) => {
    const [entry, ...below] = column.cell(invoice);
    const options = { width: column.width - GAP, align: column.align };
    const isNumber = column.title === 'Invoice';
    doc.font(isNumber || column.title === 'Outstanding' ? 'bold' : 'regular').fontSize(sizes.table);
    doc.fillColor(colors.strong).text(entry, x, top + PAD, options);
    doc.font('regular').fontSize(sizes.small).fillColor(colors.soft);
    for (const note of below) doc.text(note, x, doc.y, options);
    if (isNumber && invoice.paymentLink) {
      doc.fillColor('#1d4ed8').text('Pay online', x, doc.y, { ...options, link: invoice.paymentLink });
    }
  });
  rule(doc, top + height, left, left + width, colors.line, 0.5);
  doc.y = top + height;
}

function heightOfRow(doc: Doc, columns: readonly Column[], invoice: InvoiceView): number {
  const heights = columns.map((column) => {
    const [entry, ...below] = column.cell(invoice);
    const inside = column.width - GAP;
    const notes = column.title === 'Invoice' && invoice.paymentLink ? [...below, 'Pay online'] : below;
    return notes.reduce(
      (sum, note) => sum + heightOf(doc, 'regular', sizes.small, note, inside),
      heightOf(doc, 'bold', sizes.table, entry, inside),
    );
  });
  return Math.max(...heights) + 2 * PAD;
}

/** Hands each column its left edge; columns for figures end flush with the gap on their left. */
function place(columns: readonly Column[], left: number, draw: (column: Column, x: number) => void): void {
  let x = left;
  for (const column of columns) {
    draw(column, column.align === 'right' ? x + GAP : x);
    x += column.width;
  }
}
