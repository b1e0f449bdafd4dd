import { useQuery } from '@tanstack/react-query';
import { listRosters, type Roster } from '../../app/api.ts';
import { useLanguage } from '../../app/language.tsx';
import { useMay } from '../../app/session.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { useFormats } from '../../ui/format.ts';
import { Go, GoButton } from '../../ui/Go.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import { type Column, Table } from '../../ui/Table.tsx';
import { RosterMark } from './RosterMark.tsx';

/** Every list that came in, newest first. */
export function RostersPage() {
  const { t } = useLanguage();
  const may = useMay();
  const query = useQuery({ queryKey: ['rosters'], queryFn: listRosters });
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
export function RosterTable(props: { readonly rosters: readonly Roster[] }) {
  const { t } = useLanguage();
  const format = useFormats();
  const columns: Column<Roster>[] = [
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
    { key: 'state', label: t('rosters.state'), cell: (one) => <RosterMark state={one.state} /> },
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
      cell: (one) => format.count(one.enrolled),
    },
    { key: 'sent', label: t('rosters.sent'), cell: (one) => format.instant(one.recordedAt) },
  ];
  return (
    <Table caption={t('nav.rosters')} columns={columns} rows={props.rosters} rowKey={(one) => one.rosterId} />
  );
}
