import { Text, Title } from '@mantine/core';
import type { Figure } from '../../app/api.ts';
import { useLanguage } from '../../app/language.tsx';
import { useFormats } from '../../ui/format.ts';
import { type Column, Table } from '../../ui/Table.tsx';
import { FigureSource } from './FigureSource.tsx';
import { Bounds } from './PercentageList.tsx';

/** Whom a published figure counts: everybody, a segment, or a group of one. */
const segments = {
  all: 'figureSegment.all',
  formal: 'figureSegment.formal',
  informal: 'figureSegment.informal',
  PU: 'segment.PU',
  BPU: 'segment.BPU',
  JAKON: 'segment.JAKON',
  PMI: 'segment.PMI',
  non_asn: 'group.non_asn',
  village_official: 'group.village_official',
  vulnerable: 'group.vulnerable',
} as const;

/** Baselines and targets that others published, side by side: those that disagree stay beside one another. */
export function PublishedTable(props: { readonly figures: readonly Figure[] }) {
  const { t } = useLanguage();
  const format = useFormats();
  if (props.figures.length === 0) return null;
  // A word of the source that we do not know is shown as it is.
  const segmentText = (segment: string) => {
    const known = Object.entries(segments).find(([name]) => name === segment);
    return known === undefined ? segment : t(known[1]);
  };
  const columns: Column<Figure>[] = [
    { key: 'measure', label: t('figure.measure'), cell: (one) => t(`measure.${one.measure}`) },
    { key: 'segment', label: t('figure.segment'), cell: (one) => segmentText(one.segment) },
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
