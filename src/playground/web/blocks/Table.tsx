import type { BlockOf } from './kit.ts';
import { RichText } from './RichText.tsx';

type Cell = BlockOf<'table'>['rows'][number][number];

/** Rows and columns, the first row as their heading; a wide one is moved sideways, by keyboard too. */
export function Table({ block }: { readonly block: BlockOf<'table'> }) {
  const [head = [], ...body] = block.rows;
  const settings = block.column_settings ?? [];
  const styleOf = (column: number) => {
    const { align = 'left', is_wrapped: isWrapped = false } = settings[column] ?? {};
    return { textAlign: align, whiteSpace: isWrapped ? ('normal' as const) : ('nowrap' as const) };
  };
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    <section className="table-scroll" aria-label="Table" tabIndex={0}>
      <table className="table">
        <thead>
          <tr>
            {head.map((cell, column) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: cells are known by where they stand
              <th key={column} scope="col" style={styleOf(column)}>
                <CellText cell={cell} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {body.map((cells, row) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: cells are known by where they stand
            <tr key={row}>
              {cells.map((cell, column) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: cells are known by where they stand
                <td key={column} style={styleOf(column)}>
                  <CellText cell={cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function CellText({ cell }: { readonly cell: Cell }) {
  return cell.type === 'rich_text' ? <RichText block={cell} /> : cell.text;
}
