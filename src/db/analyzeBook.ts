import type { Db } from './client.ts';

/**
 * Has PostgreSQL look at how large the book is now. Until it does by itself, a minute or more later, plans that were made and kept for a
 * small book are used, which read whole tables for each account. Also throws those plans away.
 */
export async function analyzeBook(db: Db): Promise<void> {
  await db.execute('ANALYZE debtor, contact, invoice, payment, allocation');
}
