import { useLanguage } from '../../app/language.tsx';
import { codesOf, type Say } from '../../messages/index.ts';
import { type Formats, useFormats } from '../../ui/format.ts';
import { Table } from '../../ui/Table.tsx';
import { figureIn } from './StepLineView.tsx';
import { type Cell, type ColumnName, columnKinds, type TableValue } from './table-value.ts';

/** A value of the law that is a table, such as the income bands. */
export function ValueTable(props: { readonly caption: string; readonly table: TableValue }) {
  const { t } = useLanguage();
  const format = useFormats();
  const { columns, rows } = props.table;
  return (
    <Table
      caption={props.caption}
      rows={rows.map((cells, place) => ({ cells, place }))}
      rowKey={({ place }) => place}
      columns={columns.map((name, place) => ({
        key: name,
        label: t(`lawColumn.${name}`),
        number: place > 0 && columnKinds[name] !== 'word',
        cell: ({ cells }: { readonly cells: TableValue['rows'][number]; readonly place: number }) =>
          cellText(t, format, name, cells[name] ?? null),
      }))}
    />
  );
}

const words = codesOf('lawWord');

function cellText(t: Say, format: Formats, name: ColumnName, cell: Cell): string {
  if (cell === null) return '–';
  if (typeof cell === 'string') {
    const word = words.find((one) => one === cell);
    return word === undefined ? cell : t(`lawWord.${word}`);
  }
  if (typeof cell !== 'number') return cell.length === 0 ? '–' : cell.join(', ');
  const kind = columnKinds[name];
  return kind === 'word' ? String(cell) : figureIn(format, kind)(cell);
}
