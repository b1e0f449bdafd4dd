import { getRouteApi } from '@tanstack/react-router';
import type { Coverage, CoverageRow } from '../../app/api.ts';
import { useLanguage } from '../../app/language.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { useFormats } from '../../ui/format.ts';
import { Go } from '../../ui/Go.tsx';
import { type Column, Table } from '../../ui/Table.tsx';
import { groupText, segmentText } from '../agreements/words.ts';
import { PercentageList } from './PercentageList.tsx';

const route = getRouteApi('/cakupan');

/** The rows of a coverage figure; they add up to the last line. */
export function CoverageTable(props: { readonly coverage: Coverage }) {
  const { coverage } = props;
  const { t } = useLanguage();
  const format = useFormats();
  const search = route.useSearch();
  if (coverage.rows.length === 0) {
    return <Empty what={t('coverage.noRows')}>{t('coverage.noRowsNext')}</Empty>;
  }
  const label = (row: CoverageRow) =>
    coverage.by === 'segment'
      ? segmentText(t, row.key)
      : coverage.by === 'group'
        ? groupText(t, row.key)
        : row.label;
  const figure = (key: 'people' | 'jkk' | 'jkm' | 'jht', name: string): Column<CoverageRow> => ({
    key,
    label: name,
    number: true,
    cell: (row) => format.count(row.counts[key]),
    foot: format.count(coverage.totals[key]),
  });
  const columns: Column<CoverageRow>[] = [
    {
      key: 'name',
      label: t(`by.${coverage.by}`),
      cell: (row) =>
        // Below a village there is nothing to go down to.
        coverage.by === 'area' && Number(row.key) !== coverage.area.code ? (
          <Go to="/cakupan" search={{ ...search, wilayah: row.key }}>
            {row.label}
          </Go>
        ) : (
          label(row)
        ),
      foot: t('coverage.sum'),
    },
    figure('people', t('coverage.people')),
    figure('jkk', 'JKK'),
    figure('jkm', 'JKM'),
    figure('jht', 'JHT'),
    {
      key: 'share',
      label: t('coverage.share'),
      cell: (row) => <PercentageList percentages={row.percentages} place={label(row)} />,
      foot: <PercentageList percentages={coverage.percentages} place={coverage.area.name} />,
    },
  ];
  return (
    <Table
      caption={t('coverage.table', { by: t(`by.${coverage.by}`), month: format.month(coverage.month) })}
      columns={columns}
      rows={coverage.rows}
      rowKey={(row) => row.key}
    />
  );
}
