import { Group, Stack, Text } from '@mantine/core';
import { monthOf } from '@payung/kernel';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useLanguage } from '../../app/language.tsx';
import { useMay, useToday } from '../../app/session.tsx';
import { MonthSelect } from '../../ui/MonthSelect.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import { DifferenceLists } from './DifferenceLists.tsx';
import { DoubleFundingList } from './DoubleFundingList.tsx';
import { ImportMembers } from './ImportMembers.tsx';

const route = getRouteApi('/bpjs');

/** What BPJS states of a month beside what was paid here, and whom two funds pay for: work for somebody. */
export function ExchangePage() {
  const { t } = useLanguage();
  const may = useMay();
  const today = useToday();
  const search = route.useSearch();
  const navigate = useNavigate();
  const month = search.bulan ?? monthOf(today);
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
          onChange={(bulan) => void navigate({ to: '/bpjs', search: { bulan }, resetScroll: false })}
        />
      </Group>
      <Stack gap="xl">
        {may('members.import') && <ImportMembers month={month} />}
        {may('members.compare') && <DifferenceLists month={month} />}
        {may('funding.compare') && <DoubleFundingList month={month} />}
      </Stack>
    </>
  );
}
