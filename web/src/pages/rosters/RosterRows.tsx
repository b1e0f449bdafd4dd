import { Button, Group, NativeSelect, Text, Title } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { listRosterRows, type RosterRow, type Verdict } from '../../app/api.ts';
import { useLanguage } from '../../app/language.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { Pages } from '../../ui/Pages.tsx';
import { firstPage, type PagePlace } from '../../ui/page-place.ts';
import { type Column, Table } from '../../ui/Table.tsx';
import { VerdictMark } from './RosterMark.tsx';
import { verdicts } from './verdicts.ts';

/** The rows of a list, page by page: where each stands in the file, what was found, and the remedy. */
export function RosterRows(props: {
  readonly rosterId: string;
  readonly verdict: Verdict | undefined;
  readonly reason: string | undefined;
}) {
  const { t } = useLanguage();
  const { rosterId, verdict, reason } = props;
  const navigate = useNavigate();
  const [place, setPlace] = useState<PagePlace<number>>(firstPage);
  const query = useQuery({
    queryKey: ['roster', rosterId, 'rows', verdict, reason, place.after],
    queryFn: () => listRosterRows(rosterId, { verdict, reason, after: place.after }),
    placeholderData: keepPreviousData,
  });
  const columns: Column<RosterRow>[] = [
    {
      key: 'place',
      label: t('rows.place'),
      // A CSV has no sheets.
      cell: (row) =>
        row.sheet === ''
          ? t('statement.rowNumber', { row: String(row.row) })
          : t('rows.at', { sheet: row.sheet, row: String(row.row) }),
    },
    { key: 'name', label: t('rows.name'), cell: (row) => row.name ?? '' },
    { key: 'nik', label: 'NIK', cell: (row) => row.nikMasked ?? '' },
    { key: 'village', label: t('rows.village'), cell: (row) => row.villageName ?? '' },
    { key: 'verdict', label: t('rosters.verdict'), cell: (row) => <VerdictMark verdict={row.verdict} /> },
    {
      key: 'reason',
      label: t('rows.reason'),
      cell: (row) => (
        <div>
          <div>{row.text}</div>
          {row.remedy !== '' && (
            <Text size="sm" c="dimmed">
              {row.remedy}
            </Text>
          )}
          {row.warnings.map((warning) => (
            <Text key={warning.code} size="sm" c="dimmed">
              {t('rows.note')}: {warning.text} {warning.remedy}
            </Text>
          ))}
        </div>
      ),
    },
  ];
  return (
    <section id="baris">
      <Group justify="space-between" align="flex-end" mb="xs">
        <Title order={2}>{t('rows.title')}</Title>
        <NativeSelect
          label={t('rows.filter')}
          value={verdict ?? ''}
          onChange={(event) => {
            const chosen = event.currentTarget.value;
            void navigate({
              to: '/daftar/$id',
              params: { id: rosterId },
              search: chosen === '' ? {} : { hasil: chosen },
              resetScroll: false,
            });
          }}
          data={[
            { value: '', label: t('rows.all') },
            ...verdicts.map((one) => ({ value: one, label: t(`verdict.${one}`) })),
          ]}
        />
        <Button
          component="a"
          href={`/api/rosters/${rosterId}/rows/file?${new URLSearchParams({
            ...(verdict === undefined ? {} : { verdict }),
            ...(reason === undefined ? {} : { reason }),
          })}`}
          download
          variant="default"
        >
          {t('rows.file')}
        </Button>
      </Group>
      <Loaded query={query}>
        {({ rows, next }) =>
          rows.length === 0 ? (
            <Empty what={t('rows.none')} />
          ) : (
            <>
              <Table caption={t('rows.title')} columns={columns} rows={rows} rowKey={(row) => row.ordinal} />
              <Pages place={place} next={next} onPlace={setPlace} />
            </>
          )
        }
      </Loaded>
    </section>
  );
}
