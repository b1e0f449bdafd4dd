import { Button, Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { listProposals, type Proposal } from '../../app/api.ts';
import { useLanguage } from '../../app/language.tsx';
import { useMay } from '../../app/session.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { useFormats } from '../../ui/format.ts';
import { Go, GoButton } from '../../ui/Go.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { Mark } from '../../ui/Mark.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import { type Column, Table } from '../../ui/Table.tsx';
import { monthsText, stateTones } from './words.ts';

/** The lists that villages propose, with how far each is. */
export function ProposalsPage() {
  const { t } = useLanguage();
  const format = useFormats();
  const may = useMay();
  const query = useQuery({ queryKey: ['proposals'], queryFn: listProposals });
  const columns: Column<Proposal>[] = [
    {
      key: 'village',
      label: t('usulan.village'),
      cell: (one) => (
        <Go to="/usulan/$id" params={{ id: one.proposalId }}>
          {one.areaName}
        </Go>
      ),
    },
    {
      key: 'state',
      label: t('usulan.state'),
      cell: (one) => <Mark tone={stateTones[one.state]}>{t(`proposalState.${one.state}`)}</Mark>,
    },
    { key: 'months', label: t('usulan.months'), cell: (one) => monthsText(format, one) },
    {
      key: 'places',
      label: t('usulan.placesLabel'),
      number: true,
      cell: (one) => t('usulan.places', { listed: Math.min(one.listed, one.quota), quota: one.quota }),
    },
    { key: 'fund', label: t('usulan.fund'), cell: (one) => one.fundName },
    { key: 'decree', label: t('usulan.decree'), cell: (one) => one.decreeNumber ?? '' },
  ];
  return (
    <>
      <PageHead title={t('nav.selection')}>
        <GoButton to="/usulan/aturan" variant="default">
          {t('aturanDaerah.title')}
        </GoButton>
        {may('selection.prepare') && <GoButton to="/usulan/baru">{t('usulan.new')}</GoButton>}
      </PageHead>
      <Text c="dimmed" mb="md" maw="44rem">
        {t('usulan.about')}
      </Text>
      <Loaded query={query}>
        {({ proposals }) =>
          proposals.length === 0 ? (
            <Empty what={t('usulan.none')}>
              {may('selection.prepare') ? t('usulan.noneNext') : t('usulan.noneForYou')}
            </Empty>
          ) : (
            <>
              <Table
                caption={t('nav.selection')}
                columns={columns}
                rows={proposals}
                rowKey={(one) => one.proposalId}
              />
              <Group mt="sm">
                <Button
                  component="a"
                  href="/api/selection/proposals.table?format=csv"
                  download
                  variant="default"
                >
                  {t('usulan.csv')}
                </Button>
                <Button component="a" href="/api/selection/proposals.table" download variant="default">
                  {t('usulan.xlsx')}
                </Button>
              </Group>
            </>
          )
        }
      </Loaded>
    </>
  );
}
