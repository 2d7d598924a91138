import type { DebtorFacts } from '../../core/facts.ts';
import type { Db } from '../../db/client.ts';
import { loadDebtorFacts } from '../../db/debtorFacts.ts';
import { openAccounts } from '../../db/openAccounts.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';

const PAGE = 1_000;

export interface OpenAccount {
  readonly id: string;
  /** its number with its creditor */
  readonly account: string;
  readonly name: string;
  readonly facts: DebtorFacts;
}

/** Every account with something open, page by page; the database reads the next page while one is worked on. */
export async function* openAccountsAhead(
  db: Db,
  { workspace, now }: { workspace: WorkspaceContext; now: Date },
): AsyncGenerator<OpenAccount[]> {
  let names = await namesAfter('');
  let facts = factsOf(names);
  while (names.length > 0) {
    const [page, loaded] = [names, await facts];
    names = page.length < PAGE ? [] : await namesAfter(page.at(-1)?.id ?? '');
    facts = factsOf(names);
    facts.catch(() => {}); // it is thrown where it is awaited, which whoever stops early never does
    yield page.flatMap((account) => {
      const known = loaded.get(account.id);
      return known ? [{ ...account, facts: known }] : [];
    });
  }

  function namesAfter(after: string) {
    return openAccounts(db, { workspaceId: workspace.id, after, limit: PAGE });
  }

  async function factsOf(page: readonly { id: string }[]): Promise<ReadonlyMap<string, DebtorFacts>> {
    if (page.length === 0) return new Map();
    return loadDebtorFacts(
      db,
      workspace,
      page.map(({ id }) => id),
      now,
    );
  }
}
