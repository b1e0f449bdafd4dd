import { Text, Title } from '@mantine/core';
import type { Figure } from '../../app/api.ts';
import { useLanguage } from '../../app/language.tsx';
import { useFormats } from '../../ui/format.ts';
import { type Column, Table } from '../../ui/Table.tsx';
import { FigureSource } from './FigureSource.tsx';
import { Bounds } from './PercentageList.tsx';

/** Baselines and targets that others published, side by side: those that disagree stay beside one another. */
export function PublishedTable(props: { readonly figures: readonly Figure[] }) {
  const { t } = useLanguage();
  const format = useFormats();
  if (props.figures.length === 0) return null;
  const columns: Column<Figure>[] = [
    { key: 'measure', label: t('figure.measure'), cell: (one) => t(`measure.${one.measure}`) },
    { key: 'period', label: t('figure.period'), cell: (one) => format.period(one.period) },
    { key: 'value', label: t('figure.value'), number: true, cell: (one) => <Bounds figure={one} /> },
    { key: 'definition', label: t('figure.definition'), cell: (one) => one.definition },
    { key: 'source', label: t('figure.source'), cell: (one) => <FigureSource figure={one} /> },
  ];
  return (
    <section>
      <Title order={2}>{t('coverage.published')}</Title>
      <Text size="sm" c="dimmed" mb="xs">
        {t('coverage.publishedNote')}
      </Text>
      <Table
        caption={t('coverage.published')}
        columns={columns}
        rows={[...props.figures].sort((a, b) => b.period.localeCompare(a.period))}
        rowKey={(one) => one.figureId}
      />
    </section>
  );
}
