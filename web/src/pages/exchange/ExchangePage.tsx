import { Group, Stack, Text } from '@mantine/core';
import { monthOf } from '@payung/kernel';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import { listMemberFiles } from '../../app/api.ts';
import { useLanguage } from '../../app/language.tsx';
import { useMay, useToday } from '../../app/session.tsx';
import { AreaChooser } from '../../ui/AreaChooser.tsx';
import { MonthSelect } from '../../ui/MonthSelect.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import { useMyArea } from '../coverage/my-area.ts';
import { DifferenceLists } from './DifferenceLists.tsx';
import { DoubleFundingList } from './DoubleFundingList.tsx';
import { ImportMembers } from './ImportMembers.tsx';
import { MemberFiles } from './MemberFiles.tsx';
import { MemberImports } from './MemberImports.tsx';

const route = getRouteApi('/bpjs');

/** What BPJS states of a month beside what was paid here, and whom two funds pay for: work for somebody. */
export function ExchangePage() {
  const { t } = useLanguage();
  const queries = useQueryClient();
  const may = useMay();
  const today = useToday();
  const search = route.useSearch();
  const navigate = useNavigate();
  const month = search.bulan ?? monthOf(today);
  const mine = useMyArea();
  const area = search.wilayah ?? mine;
  const stated = useQuery({
    queryKey: ['members'],
    queryFn: listMemberFiles,
    enabled: may('members.compare'),
    refetchInterval: ({ state }) => (isImporting(state.data) ? 1_500 : false),
  });
  const importing = isImporting(stated.data);
  // What an import changes is asked for again once it has ended.
  useEffect(() => {
    if (importing) return;
    void queries.invalidateQueries({ queryKey: ['members', 'differences'] });
    void queries.invalidateQueries({ queryKey: ['coverage'] });
  }, [importing, queries]);
  const files = (stated.data?.files ?? []).filter((file) => file.month === month && file.replacedAt === null);
  return (
    <>
      <PageHead title={t('nav.exchange')} />
      <Text c="dimmed" mb="md" maw="44rem">
        {t('exchange.about')}
      </Text>
      <Group mb="md">
        <MonthSelect
          label={t('coverage.month')}
          value={month}
          onChange={(bulan) =>
            void navigate({ to: '/bpjs', search: { ...search, bulan }, resetScroll: false })
          }
        />
        {mine !== undefined && area !== undefined && (
          <AreaChooser
            label={t('send.area')}
            root={mine}
            value={area}
            onChange={(wilayah) =>
              void navigate({ to: '/bpjs', search: { ...search, wilayah }, resetScroll: false })
            }
          />
        )}
      </Group>
      <Stack gap="xl">
        {may('members.import') && <ImportMembers month={month} />}
        {stated.data !== undefined && <MemberImports imports={stated.data.imports} />}
        <MemberFiles files={files} />
        {may('members.compare') && <DifferenceLists month={month} area={area} />}
        {may('funding.compare') && <DoubleFundingList month={month} />}
      </Stack>
    </>
  );
}

function isImporting(stated: Awaited<ReturnType<typeof listMemberFiles>> | undefined): boolean {
  return stated?.imports.some(({ state }) => state === 'received') === true;
}
