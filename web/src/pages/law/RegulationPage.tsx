import { Paper, Stack, Text, Title } from '@mantine/core';
import { listRegulations, type Regulation } from '@payung/law';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useLanguage } from '../../app/language.tsx';
import { NotFound } from '../../app/NotFound.tsx';
import { Facts } from '../../ui/Facts.tsx';
import { useFormats } from '../../ui/format.ts';
import { Table } from '../../ui/Table.tsx';
import { ReadAt } from './CitationText.tsx';
import { type Citing, citing } from './citing.ts';
import { readersToday } from './DayField.tsx';
import { DayText } from './DayText.tsx';
import { parametersInOrder } from './groups.ts';
import { LawHead } from './LawHead.tsx';
import { ParameterName } from './ParameterName.tsx';
import { RegulationList, Standing } from './Standing.tsx';
import { Doubt, Sureness } from './Sureness.tsx';
import { slugOf } from './slug.ts';
import { ValueText } from './ValueText.tsx';

const route = getRouteApi('/aturan/peraturan/$id');

/** One regulation, and the parameters that cite it. */
export function RegulationPage() {
  const { id } = route.useParams();
  const regulation = listRegulations().find((one) => slugOf(one.id) === id);
  return regulation === undefined ? <NotFound /> : <RegulationView regulation={regulation} />;
}

function RegulationView(props: { readonly regulation: Regulation }) {
  const { t, language } = useLanguage();
  const format = useFormats();
  const [today] = useState(readersToday);
  const { regulation } = props;
  const { id, kind, title, subject, amends, replaces, confidence, page, checked, note } = regulation;
  const cited = citing(parametersInOrder()).get(id) ?? [];
  const others = (name: string, ids: readonly string[]) =>
    ids.length === 0 ? [] : [[name, <RegulationList key={name} ids={ids} />] as const];
  return (
    <>
      <LawHead title={id} part="regulations" />
      <Stack gap="xl">
        <Paper>
          <Facts
            of={[
              [t('law.kind'), t(`lawKind.${kind}`)],
              [
                t('law.officialTitle'),
                title === null ? (
                  t('law.noTitle')
                ) : (
                  <span lang="id" key="title">
                    {title}
                  </span>
                ),
              ],
              [t('law.subject'), subject[language]],
              [t('law.standing'), <Standing key="standing" regulation={regulation} on={today} />],
              ...others(t('law.amends'), amends),
              ...others(t('law.replaces'), replaces),
              [
                t('law.sure'),
                <span key="sure">
                  <Sureness confidence={confidence} /> {t(`lawSureMeans.${confidence}`)}
                </span>,
              ],
              [t('law.read'), <ReadAt key="read" page={page} />],
              [t('law.checked'), format.day(checked)],
              ...(note === null ? [] : [[t('law.note'), note[language]] as const]),
            ]}
          />
        </Paper>
        <section>
          <Title order={2} mb="xs">
            {t('law.parametersCiting')}
          </Title>
          {cited.length === 0 ? (
            <Text c="dimmed">{t('law.noneCiting')}</Text>
          ) : (
            <CitingTable caption={t('law.parametersCiting')} cited={cited} />
          )}
        </section>
      </Stack>
    </>
  );
}

function CitingTable(props: { readonly caption: string; readonly cited: readonly Citing[] }) {
  const { t } = useLanguage();
  return (
    <Table
      caption={props.caption}
      rows={props.cited.flatMap(({ parameter, rows }) => rows.map((row) => ({ parameter, row })))}
      rowKey={({ parameter, row }) => `${parameter.id} ${row.from} ${row.known}`}
      columns={[
        {
          key: 'name',
          label: t('law.parameter'),
          cell: ({ parameter, row }) => <ParameterName parameter={parameter} day={row.from} />,
        },
        { key: 'from', label: t('law.from'), cell: ({ row }) => <DayText day={row.from} /> },
        {
          key: 'value',
          label: t('law.value'),
          cell: ({ row }) => (
            <>
              <ValueText row={row} brief /> <Doubt confidence={row.source.confidence} />
            </>
          ),
        },
        { key: 'article', label: t('law.article'), cell: ({ row }) => row.source.article ?? '–' },
      ]}
    />
  );
}
