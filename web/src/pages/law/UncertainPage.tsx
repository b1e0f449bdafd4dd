import { Stack, Text, Title } from '@mantine/core';
import { type Confidence, listParameters } from '@payung/law';
import { useLanguage } from '../../app/language.tsx';
import { useFormats } from '../../ui/format.ts';
import { Table } from '../../ui/Table.tsx';
import { CitationText, ReadAt } from './CitationText.tsx';
import { believedRows, doubts } from './history.ts';
import { LawHead } from './LawHead.tsx';
import { ParameterName } from './ParameterName.tsx';
import { ValueText } from './ValueText.tsx';

/** What is not settled: the values that were not read in a source, by how they are known, and the open questions. */
export function UncertainPage() {
  const { t } = useLanguage();
  return (
    <>
      <LawHead title={t('law.uncertain')} />
      <Text mb="md">{t('law.uncertainAbout')}</Text>
      <Stack gap="xl">
        {doubts.map((confidence) => (
          <DoubtTable key={confidence} confidence={confidence} />
        ))}
      </Stack>
    </>
  );
}

function DoubtTable(props: { readonly confidence: Confidence }) {
  const { t } = useLanguage();
  const format = useFormats();
  const { confidence } = props;
  const rows = listParameters().flatMap((parameter) =>
    believedRows(parameter)
      .filter(({ source }) => source.confidence === confidence)
      .map((row) => ({ parameter, row })),
  );
  if (rows.length === 0) return null;
  return (
    <section>
      <Title order={2} mb={4} tt="capitalize">
        {t(`lawSure.${confidence}`)}
      </Title>
      <Text mb="xs">
        {t(`lawSureMeans.${confidence}`)} {t('law.values', { count: rows.length })}
      </Text>
      <Table
        caption={t(`lawSure.${confidence}`)}
        rows={rows}
        rowKey={({ parameter, row }) => `${parameter.id} ${row.from}`}
        columns={[
          {
            key: 'name',
            label: t('law.parameter'),
            cell: ({ parameter }) => <ParameterName parameter={parameter} />,
          },
          { key: 'from', label: t('law.from'), cell: ({ row }) => format.day(row.from) },
          { key: 'value', label: t('law.value'), cell: ({ row }) => <ValueText row={row} brief /> },
          { key: 'by', label: t('law.by'), cell: ({ row }) => <CitationText source={row.source} /> },
          { key: 'read', label: t('law.read'), cell: ({ row }) => <ReadAt page={row.source.page} /> },
        ]}
      />
    </section>
  );
}
