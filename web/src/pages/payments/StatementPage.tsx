import { Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { getStatement, type StatementFile, type StatementVerdict } from '../../app/api.ts';
import { useLanguage } from '../../app/language.tsx';
import { Facts } from '../../ui/Facts.tsx';
import { useFormats } from '../../ui/format.ts';
import { Loaded } from '../../ui/Loaded.tsx';
import { Mark, type Tone } from '../../ui/Mark.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import { type Column, Table } from '../../ui/Table.tsx';

const route = getRouteApi('/pembayaran/$id');

const tones: Readonly<Record<StatementVerdict, Tone>> = {
  settled: 'good',
  partial: 'wait',
  excess: 'wait',
  unknown: 'wait',
  repeated: 'quiet',
  refused: 'bad',
  ignored: 'quiet',
};

/** One imported statement: what became of each of its rows. */
export function StatementPage() {
  const { id } = route.useParams();
  const query = useQuery({ queryKey: ['statement', id], queryFn: () => getStatement(id) });
  return <Loaded query={query}>{(statement) => <StatementView statement={statement} />}</Loaded>;
}

function StatementView(props: { readonly statement: StatementFile }) {
  const { statement } = props;
  const { t } = useLanguage();
  const format = useFormats();
  const found = (Object.keys(tones) as StatementVerdict[]).filter((one) => statement.counts[one] > 0);
  const columns: Column<StatementFile['lines'][number]>[] = [
    {
      key: 'row',
      label: t('statement.row'),
      cell: (one) => <span className="one-line">{t('statement.rowNumber', { row: String(one.row) })}</span>,
    },
    {
      key: 'verdict',
      label: t('rosters.verdict'),
      cell: (one) => <Mark tone={tones[one.verdict]}>{t(`statementVerdict.${one.verdict}`)}</Mark>,
    },
    { key: 'day', label: t('payments.paidOn'), cell: (one) => format.day(one.paidOn) },
    {
      key: 'amount',
      label: t('payments.amount'),
      number: true,
      cell: (one) => (one.amount === null ? '–' : format.money(one.amount)),
    },
    {
      key: 'text',
      label: t('rows.reason'),
      cell: (one) => (
        <div>
          <div>{one.text}</div>
          {one.remedy !== '' && (
            <Text size="sm" c="dimmed">
              {one.remedy}
            </Text>
          )}
        </div>
      ),
    },
  ];
  return (
    <>
      <PageHead title={statement.fileName} />
      <Stack gap="lg">
        <Facts
          of={[
            [t('payments.account'), statement.account],
            [t('rosters.sent'), format.instant(statement.recordedAt)],
            [t('statement.received'), format.money(statement.received)],
            [t('statement.settled'), format.money(statement.settled)],
            [t('payments.unallocated'), format.money(statement.unallocated)],
            [
              t('statement.rows'),
              `${format.count(statement.rows)} = ${found
                .map((one) => `${format.count(statement.counts[one])} ${t(`statementVerdict.${one}`)}`)
                .join(' + ')}`,
            ],
          ]}
        />
        <section>
          <Title order={2} mb="xs">
            {t('statement.lines')}
          </Title>
          <Table
            caption={t('statement.lines')}
            columns={columns}
            rows={statement.lines}
            rowKey={(one) => one.row}
          />
        </section>
      </Stack>
    </>
  );
}
