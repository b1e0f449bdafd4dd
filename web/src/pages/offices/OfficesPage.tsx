import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { lastDay, monthOf, month as monthOfText } from '@payung/kernel';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useLanguage } from '../../app/language.tsx';
import { type AreaSeats, getAreaSeats, type SeatFigures } from '../../app/lists.ts';
import { useMay, useToday } from '../../app/session.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { useFormats } from '../../ui/format.ts';
import { Go, GoButton } from '../../ui/Go.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { MonthSelect } from '../../ui/MonthSelect.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import { type Column, Table } from '../../ui/Table.tsx';
import { useMyArea } from '../coverage/my-area.ts';
import { SeatHeadline, SeatShare } from './SeatHeadline.tsx';
import { TakeHolders } from './TakeHolders.tsx';
import { bodyText } from './words.ts';

const route = getRouteApi('/perangkat');

/** Seats of village bodies from the province down to the village: how many, filled, covered, vacant, ending. */
export function OfficesPage() {
  const { t } = useLanguage();
  const search = route.useSearch();
  const navigate = useNavigate();
  const mine = useMyArea();
  const may = useMay();
  const today = useToday();
  const area = search.wilayah ?? mine;
  const month = search.bulan ?? monthOf(today);
  const on = month === monthOf(today) ? today : lastDay(monthOfText(month));
  const query = useQuery({
    queryKey: ['offices', area, on],
    queryFn: () => getAreaSeats({ area: area ?? '', on }),
    enabled: area !== undefined,
    placeholderData: keepPreviousData,
  });
  if (area === undefined) {
    return (
      <>
        <PageHead title={t('offices.title')} />
        <Empty what={t('offices.noArea')}>{t('offices.noAreaNext')}</Empty>
      </>
    );
  }
  const file = (format: string) => `/api/offices/file?${new URLSearchParams({ area, on, format })}`;
  return (
    <>
      <PageHead title={t('offices.title')}>
        <Button component="a" href={file('csv')} download variant="default">
          {t('offices.csv')}
        </Button>
        <Button component="a" href={file('xlsx')} download variant="default">
          {t('offices.xlsx')}
        </Button>
        {may('rosters.send') && (
          <GoButton to="/daftar/kirim" variant="light">
            {t('offices.upload')}
          </GoButton>
        )}
      </PageHead>
      <Text c="dimmed" mb="md" maw="44rem">
        {t('offices.about')}
      </Text>
      <Group align="flex-end" mb="md">
        <MonthSelect
          label={t('coverage.month')}
          value={month}
          onChange={(bulan) =>
            void navigate({ to: '/perangkat', search: { ...search, bulan }, resetScroll: false })
          }
        />
      </Group>
      <Stack gap="xl">
        <Loaded query={query}>{(seats) => <SeatsView seats={seats} />}</Loaded>
        {may('offices.manage') && may('rosters.read') && <TakeHolders />}
      </Stack>
    </>
  );
}

function SeatsView(props: { readonly seats: AreaSeats }) {
  const { area, parents, bodies, rows, total, month, sources } = props.seats;
  const { t } = useLanguage();
  const search = route.useSearch();
  return (
    <Stack gap="xl">
      <nav aria-label={t('coverage.path')}>
        <ol className="crumbs">
          {parents.map((parent) => (
            <li key={parent.code}>
              <Go to="/perangkat" search={{ ...search, wilayah: String(parent.code) }}>
                {parent.name}
              </Go>
            </li>
          ))}
          <li aria-current="page">
            {area.level === 'village' ? (
              <Go to="/perangkat/$village" params={{ village: String(area.code) }}>
                {area.name}
              </Go>
            ) : (
              <strong>{area.name}</strong>
            )}
          </li>
        </ol>
      </nav>
      <SeatHeadline place={area.name} month={month} total={total} sources={sources} people={props.seats} />
      <section>
        <Title order={2} mb="xs">
          {t('offices.byBody')}
        </Title>
        <FiguresTable
          caption={t('offices.byBody')}
          first={t('offices.body')}
          rows={bodies.map((one) => ({ ...one, key: one.body, name: bodyText(t, one.body), to: undefined }))}
          total={total}
        />
      </section>
      {rows.length > 0 && (
        <section>
          <Title order={2} mb="xs">
            {t('offices.byArea')}
          </Title>
          <FiguresTable
            caption={t('offices.byArea')}
            first={t('offices.area')}
            rows={rows.map((one) => ({
              ...one,
              key: String(one.code),
              to: area.level === 'district' ? ('village' as const) : ('area' as const),
            }))}
            total={total}
          />
        </section>
      )}
    </Stack>
  );
}

type Row = SeatFigures & {
  readonly key: string;
  readonly name: string;
  readonly to: 'area' | 'village' | undefined;
};

function FiguresTable(props: {
  readonly caption: string;
  readonly first: string;
  readonly rows: readonly Row[];
  readonly total: SeatFigures;
}) {
  const { caption, first, rows, total } = props;
  const { t } = useLanguage();
  const format = useFormats();
  const search = route.useSearch();
  const figure = (key: keyof SeatFigures, label: string): Column<Row> => ({
    key,
    label,
    number: true,
    cell: (row) => format.count(row[key]),
    foot: format.count(total[key]),
  });
  const columns: Column<Row>[] = [
    {
      key: 'name',
      label: first,
      cell: (row) =>
        row.to === 'village' ? (
          <Go to="/perangkat/$village" params={{ village: row.key }}>
            {row.name}
          </Go>
        ) : row.to === 'area' ? (
          <Go to="/perangkat" search={{ ...search, wilayah: row.key }}>
            {row.name}
          </Go>
        ) : (
          row.name
        ),
      foot: t('coverage.sum'),
    },
    figure('seats', t('offices.seats')),
    figure('filled', t('offices.filled')),
    figure('covered', t('offices.covered')),
    {
      key: 'percent',
      label: t('offices.percent'),
      number: true,
      cell: (row) => <SeatShare place={row.name} figures={row} />,
      foot: format.share(total.coveredOfKnown, total.seats),
    },
    figure('vacant', t('offices.vacant')),
    figure('ending', t('offices.endingShort')),
    figure('unknown', t('offices.unknownShort')),
  ];
  return <Table caption={caption} columns={columns} rows={rows} rowKey={(row) => row.key} />;
}
