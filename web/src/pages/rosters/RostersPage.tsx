import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ListedRoster, listRosters } from '../../app/api.ts';
import { useLanguage } from '../../app/language.tsx';
import { useMay } from '../../app/session.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { useFormats } from '../../ui/format.ts';
import { Go, GoButton } from '../../ui/Go.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import { type Column, Table } from '../../ui/Table.tsx';
import { ProgressText, usePhase } from './ProgressText.tsx';
import { RosterMark } from './RosterMark.tsx';

/** Every list that came in, newest first. */
export function RostersPage() {
  const { t } = useLanguage();
  const may = useMay();
  const query = useQuery({
    queryKey: ['rosters'],
    queryFn: listRosters,
    refetchInterval: ({ state }) =>
      state.data?.rosters.some(({ progress }) => progress !== null) === true ? 2_000 : false,
  });
  return (
    <>
      <PageHead title={t('nav.rosters')}>
        {may('rosters.send') && <GoButton to="/daftar/kirim">{t('rosters.send')}</GoButton>}
      </PageHead>
      <Loaded query={query}>
        {({ rosters }) =>
          rosters.length === 0 ? (
            <Empty what={t('rosters.none')}>{t('rosters.noneNext')}</Empty>
          ) : (
            <RosterTable rosters={rosters} />
          )
        }
      </Loaded>
    </>
  );
}

/** Rosters with what was found in each. */
export function RosterTable(props: { readonly rosters: readonly ListedRoster[] }) {
  const { t } = useLanguage();
  const format = useFormats();
  const columns: Column<ListedRoster>[] = [
    {
      key: 'file',
      label: t('rosters.file'),
      cell: (one) => (
        <Go to="/daftar/$id" params={{ id: one.rosterId }} style={{ overflowWrap: 'anywhere' }}>
          {one.fileName}
        </Go>
      ),
    },
    { key: 'partner', label: t('rosters.partner'), cell: (one) => `${one.partnerName}, ${one.areaName}` },
    { key: 'state', label: t('rosters.state'), cell: (one) => <StateCell one={one} /> },
    {
      key: 'rows',
      label: t('rosters.rowsIn'),
      number: true,
      cell: (one) => format.count(one.counts.rowsIn),
    },
    { key: 'new', label: t('verdict.new'), number: true, cell: (one) => format.count(one.counts.new) },
    {
      key: 'notGood',
      label: t('rosters.notGood'),
      number: true,
      cell: (one) => format.count(one.counts.doubtful + one.counts.refused),
    },
    {
      key: 'enrolled',
      label: t('rosters.enrolled'),
      number: true,
      cell: (one) => format.count(takenBy(one)),
    },
    { key: 'sent', label: t('rosters.sent'), cell: (one) => format.instant(one.recordedAt) },
  ];
  return (
    <Table caption={t('nav.rosters')} columns={columns} rows={props.rosters} rowKey={(one) => one.rosterId} />
  );
}

function StateCell({ one }: { readonly one: ListedRoster }) {
  const phase = usePhase();
  return (
    <>
      <RosterMark state={one.state} purpose={one.purpose} />
      {one.progress !== null && (
        <Text size="xs">
          {phase(one.progress.phase)} <ProgressText progress={one.progress} />
        </Text>
      )}
    </>
  );
}

/** People who are enrolled, or recorded, by the list; nobody once it is undone. */
function takenBy({ state, purpose, enrolled, recorded, listed }: ListedRoster): number {
  if (state === 'undone') return 0;
  return purpose === 'enrol' ? enrolled : recorded + listed;
}
