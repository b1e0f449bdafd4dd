import { VisuallyHidden } from '@mantine/core';
import type { ReactNode } from 'react';

/** A column. The first one names the row. */
export interface Column<Row> {
  readonly key: string;
  readonly label: string;
  /** Right-aligned figures. */
  readonly number?: boolean;
  readonly cell: (row: Row) => ReactNode;
  /** The sum or other last line of the column. */
  readonly foot?: ReactNode;
}

/**
 * A table whose rows become cards on a narrow screen, or which scrolls in its own box there.
 *
 * @param props.caption what the table is, for those who do not see it
 */
export function Table<Row>(props: {
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string | number;
  readonly narrow?: 'cards' | 'scroll';
}) {
  const { caption, columns, rows, rowKey, narrow = 'cards' } = props;
  const [first, ...rest] = columns;
  if (first === undefined) return null;
  const hasFoot = columns.some((column) => column.foot !== undefined);
  return (
    // A box that scrolls must be reachable by keyboard, and between a telephone and a desk any table may be too wide.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: the arrow keys scroll it
    <section aria-label={caption} className={`table-box ${narrow}`} tabIndex={0}>
      <table>
        <caption>
          <VisuallyHidden>{caption}</VisuallyHidden>
        </caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.key} scope="col" className={column.number ? 'number' : undefined}>
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)}>
              <th scope="row">{first.cell(row)}</th>
              {rest.map((column) => (
                <td
                  key={column.key}
                  data-label={column.label}
                  className={column.number ? 'number' : undefined}
                >
                  <Cell>{column.cell(row)}</Cell>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        {hasFoot && (
          <tfoot>
            <tr>
              <th scope="row">{first.foot}</th>
              {rest.map((column) => (
                <td
                  key={column.key}
                  data-label={column.label}
                  className={column.number ? 'number' : undefined}
                >
                  <Cell>{column.foot}</Cell>
                </td>
              ))}
            </tr>
          </tfoot>
        )}
      </table>
    </section>
  );
}

/** One box, so that a card sets its label beside all of it; nothing at all for an empty cell, which a card leaves out. */
function Cell(props: { readonly children: ReactNode }) {
  const { children } = props;
  return children === '' || children === undefined ? null : <div>{children}</div>;
}
