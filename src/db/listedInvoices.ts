import { z } from 'zod';
import { type Day, dayOf } from '../core/day.ts';
import type { Queries } from './client.ts';
import { escapeLike } from './escapeLike.ts';

/** An invoice as a list offers it. */
export interface ListedInvoice {
  readonly id: string;
  readonly number: string;
  readonly debtorId: string;
  readonly debtorName: string;
  readonly creditorName: string;
  readonly currency: string;
  /** minor units */
  readonly outstanding: bigint;
  readonly dueOn: Day;
}

const row = z
  .object({
    id: z.string(),
    number: z.string(),
    debtor_id: z.string(),
    debtor_name: z.string(),
    creditor_name: z.string(),
    currency: z.string(),
    outstanding: z.bigint(),
    due_on: z.string().transform(dayOf),
  })
  .transform(({ debtor_id, debtor_name, creditor_name, due_on, ...invoice }) => ({
    ...invoice,
    dueOn: due_on,
    debtorId: debtor_id,
    debtorName: debtor_name,
    creditorName: creditor_name,
  }));

const ALL = `SELECT i.id, i.number, i.debtor_id, d.name AS debtor_name, c.name AS creditor_name, i.currency, i.outstanding, i.due_on
  FROM invoice i JOIN debtor d ON d.id = i.debtor_id JOIN creditor c ON c.id = i.creditor_id WHERE i.workspace_id = $1 AND i.kind = 'invoice'`;
const OPEN = `${ALL} AND i.outstanding > 0`;

const MOST_LIKE = 100;

/** Invoices, paid ones too, whose number stands somewhere in a text with whole groups of digits, whatever parts its letters and digits in either. */
export async function invoicesIn(
  tx: Queries,
  { workspaceId, text }: { workspaceId: string; text: string },
): Promise<ListedInvoice[]> {
  const plain = text.normalize('NFKC').toLowerCase();
  const groups = plain.match(/\d+/g) ?? [];
  // what a number without a digit has for digits, and every run of neighbours
  const digits = [
    '',
    ...groups.flatMap((_, at) => groups.slice(at).map((__, to) => groups.slice(at, at + to + 1).join(''))),
  ];
  return tx.sql(
    row,
    `${ALL} AND regexp_replace(i.number, '[^0-9]', '', 'g') = ANY($3::text[])
       AND strpos($2, regexp_replace(lower(i.number), '[^[:alnum:]]', '', 'g')) > 0
     ORDER BY length(i.number) DESC, i.number, i.id LIMIT ${MOST_LIKE}`,
    [workspaceId, plain.replace(/[^\p{L}\p{N}]/gu, ''), digits],
  );
}

/** Open invoices for a typeahead, by a piece of their number or of the customer's name; those that fall due last first. */
export async function searchOpenInvoices(
  tx: Queries,
  { workspaceId, typed, limit }: { workspaceId: string; typed: string; limit: number },
): Promise<ListedInvoice[]> {
  return tx.sql(
    row,
    `${OPEN} AND (i.number ILIKE $2 OR d.name ILIKE $2) ORDER BY i.due_on DESC, i.number, i.id LIMIT $3`,
    [workspaceId, `%${escapeLike(typed.trim())}%`, limit],
  );
}

/** The open invoice with that id; undefined where it is paid, another workspace's, or (with `debtorId`) not that customer's. */
export async function openInvoiceOf(
  tx: Queries,
  { workspaceId, id, debtorId = null }: { workspaceId: string; id: string; debtorId?: string | null },
): Promise<ListedInvoice | undefined> {
  const sql = `${OPEN} AND i.id = $2 AND i.debtor_id = coalesce($3, i.debtor_id)`;
  return (await tx.sql(row, sql, [workspaceId, id, debtorId]))[0];
}

/** An open invoice whose copy a file is. */
export interface CopiedInvoice extends ListedInvoice {
  /** whose invoice it was when the copy was kept, where it is another customer's now */
  readonly keptFor: string | undefined;
}

const copyRow = row.and(z.object({ kept_for: z.string().nullable() }));

/** The open invoice whose copy on file is this very file; undefined where it is the copy of none. */
export async function openInvoiceOfCopy(
  tx: Queries,
  { workspaceId, sha256 }: { workspaceId: string; sha256: string },
): Promise<CopiedInvoice | undefined> {
  const [found] = await tx.sql(
    copyRow,
    `SELECT o.*, CASE WHEN c.debtor_id <> o.debtor_id THEN coalesce(k.name, 'another customer') END AS kept_for
     FROM (${OPEN}) o JOIN invoice_copy c ON c.invoice_id = o.id AND c.workspace_id = $1 AND c.sha256 = $2
     LEFT JOIN debtor k ON k.id = c.debtor_id ORDER BY c.debtor_id <> o.debtor_id, o.id LIMIT 1`,
    [workspaceId, sha256],
  );
  if (!found) return undefined;
  const { kept_for: keptFor, ...invoice } = found;
  return { ...invoice, keptFor: keptFor ?? undefined };
}
