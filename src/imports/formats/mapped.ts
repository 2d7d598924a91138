import type { Day } from '../../core/day.ts';
import type { DebtorKind } from '../../core/facts.ts';
import { namesNoStage } from '../../core/stageNamed.ts';
import type { Cells } from '../Cells.ts';
import type { ColumnMap, MapField } from '../ColumnMap.ts';
import { emailsIn } from '../emailsIn.ts';
import { kindOf } from '../kindOf.ts';
import type { LedgerFormat } from '../LedgerFormat.ts';
import { RowProblem } from '../RowProblem.ts';

/** longer than any stage is called */
const LONGEST_STAGE = 100;

/** Any table with a row for each invoice, its columns named by the person who has it. */
export function mappedFormat(map: ColumnMap): LedgerFormat {
  const named = (...fields: MapField[]) => fields.flatMap((field) => map.get(field) ?? []);
  const at = (field: MapField) => map.get(field) ?? '';
  return {
    name: 'mapped',
    kind: 'ledger',
    columns: [...map.values()],
    dateColumns: named('issued', 'due', 'settled', 'last_step_on'),
    amountColumns: named('amount', 'outstanding'),
    currencyColumn: map.get('currency'),
    invoiceColumn: map.get('number'),
    knowsSettlements: map.has('settled'),
    dates: {},
    row(cells: Cells) {
      const currency = cells.currency(map.get('currency'));
      const account = cells.required(map.get('account') ?? at('debtor'));
      const issuedOn = cells.day(at('issued'));
      const amount = cells.amount(at('amount'), currency);
      const open = cells.amount(at('outstanding'), currency);
      if (amount === undefined && open === undefined) throw new RowProblem('It has no amount.');
      const dueOn = ((amount ?? open ?? 0n) < 0n ? issuedOn : undefined) ?? cells.day(at('due')) ?? issuedOn;
      if (dueOn === undefined) throw new RowProblem('It has neither a due date nor a date of issue.');
      return {
        type: 'invoice',
        rowNumber: cells.rowNumber,
        number: cells.required(at('number')),
        account,
        name: (map.has('debtor') && cells.text(at('debtor')).slice(0, 200)) || account,
        issuedOn,
        dueOn,
        currency,
        amount,
        // a list of amounts that names no settlements is a list of what is open
        outstanding: map.has('settled') ? open : (open ?? amount),
        settledOn: cells.day(at('settled')),
        emails: emailsIn(cells.text(at('email'))),
        kind: kindIn(cells, at('kind')),
        ...lastStepIn(cells, at('last_step'), at('last_step_on')),
      };
    },
  };
}

/** A step that cannot be told costs nobody their invoice: it is said later that it was not taken over. */
function lastStepIn(cells: Cells, column: string, dayColumn: string) {
  const lastStep = cells.text(column).slice(0, LONGEST_STAGE);
  return namesNoStage(lastStep) ? {} : { lastStep, lastStepOn: readableDay(cells, dayColumn) };
}

function readableDay(cells: Cells, column: string): Day | undefined {
  try {
    return cells.day(column);
  } catch (error) {
    if (error instanceof RowProblem) return undefined;
    throw error;
  }
}

function kindIn(cells: Cells, column: string): DebtorKind | undefined {
  const text = cells.text(column);
  const kind = kindOf(text);
  if (text && !kind)
    throw new RowProblem(
      `“${text.slice(0, 40)}” in ${column} is no kind of customer: business, sole trader or private individual.`,
    );
  return kind;
}
