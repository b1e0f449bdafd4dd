import { Paper, Stack, Title } from '@mantine/core';
import { listParameters, type ShownParameter } from '@payung/law';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useLanguage } from '../../app/language.tsx';
import { NotFound } from '../../app/NotFound.tsx';
import { Facts } from '../../ui/Facts.tsx';
import { useFormats } from '../../ui/format.ts';
import { CitationText } from './CitationText.tsx';
import { type AskedDay, DayField, useAskedDay } from './DayField.tsx';
import { groupOf, useGroupText } from './groups.ts';
import { HistoryTable } from './HistoryTable.tsx';
import { believedRows, rowOn } from './history.ts';
import { LawHead } from './LawHead.tsx';
import { StepLineView } from './StepLineView.tsx';
import { Sureness } from './Sureness.tsx';
import { slugOf } from './slug.ts';
import { isDrawable } from './step-line.ts';
import { tableIn } from './table-value.ts';
import { unitText } from './units.ts';
import { ValueTable } from './ValueTable.tsx';
import { ValueText } from './ValueText.tsx';

const route = getRouteApi('/aturan/parameter/$id');

/** One parameter: its value on a day, and all it ever was. */
export function ParameterPage() {
  const { id } = route.useParams();
  const search = route.useSearch();
  const navigate = useNavigate();
  const asked = useAskedDay(search.tanggal, (tanggal) => {
    void navigate({
      to: '/aturan/parameter/$id',
      params: { id },
      search: { tanggal },
      replace: true,
      resetScroll: false,
    });
  });
  const parameter = listParameters().find((one) => slugOf(one.id) === id);
  return parameter === undefined ? <NotFound /> : <ParameterView parameter={parameter} asked={asked} />;
}

function ParameterView(props: { readonly parameter: ShownParameter; readonly asked: AskedDay }) {
  const { parameter, asked } = props;
  const { t, language } = useLanguage();
  const format = useFormats();
  const groupText = useGroupText();
  const row = rowOn(parameter, asked.on);
  const tabled = believedRows(parameter).flatMap((one) => {
    const table = tableIn(one);
    return table === undefined ? [] : [{ row: one, table }];
  });
  return (
    <>
      <LawHead title={parameter.label[language]} part="parameters" />
      <Stack gap="xl">
        <Paper>
          <Stack>
            <DayField asked={asked} />
            <Facts
              of={[
                [
                  t('law.onDay', { day: format.day(asked.on) }),
                  <div key="value">
                    <strong>
                      <ValueText row={row} />
                    </strong>
                    {row?.state === 'unknown' && <div className="law-small">{t('law.keyUnknown')}</div>}
                  </div>,
                ],
                ...(row === undefined
                  ? []
                  : ([
                      [t('law.by'), <CitationText key="by" source={row.source} />],
                      [
                        t('law.sure'),
                        <span key="sure">
                          <Sureness confidence={row.source.confidence} />{' '}
                          {t(`lawSureMeans.${row.source.confidence}`)}
                        </span>,
                      ],
                    ] as const)),
                [t('law.unit'), unitText(parameter.unit, language)],
                [t('law.group'), groupText(groupOf(parameter.id))],
                [t('law.id'), parameter.id],
                [t('law.checked'), format.day(parameter.checked)],
              ]}
            />
          </Stack>
        </Paper>
        <section>
          <Title order={2} mb="xs">
            {t('law.history')}
          </Title>
          {isDrawable(parameter) && (
            <Paper mb="md">
              <StepLineView parameter={parameter} on={asked.on} />
            </Paper>
          )}
          <HistoryTable parameter={parameter} held={row} />
        </section>
        {tabled.map(({ row: one, table }) => (
          <section key={one.from}>
            <Title order={2} mb="xs">
              {t('law.tableFrom', { day: format.day(one.from) })}
            </Title>
            <ValueTable caption={t('law.tableFrom', { day: format.day(one.from) })} table={table} />
          </section>
        ))}
      </Stack>
    </>
  );
}
