import { Group, Paper, SimpleGrid, Stack, Text } from '@mantine/core';
import { monthOf } from '@payung/kernel';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useLanguage } from '../../app/language.tsx';
import { listPartnerMembers } from '../../app/lists.ts';
import { useMay, useToday } from '../../app/session.tsx';
import { codesOf } from '../../messages/index.ts';
import { useFormats } from '../../ui/format.ts';
import { GoButton } from '../../ui/Go.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { MonthSelect } from '../../ui/MonthSelect.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import { firstPage, type PagePlace } from '../../ui/page-place.ts';
import { ChangeList } from './ChangeList.tsx';
import { MemberList } from './MemberList.tsx';
import { MissingList } from './MissingList.tsx';

const route = getRouteApi('/mitra/$id');

/** One partner with its list: members of a month, who came and left in it, and who is missing on its complete list. */
export function PartnerPage() {
  const { id } = route.useParams();
  const search = route.useSearch();
  const { t } = useLanguage();
  const format = useFormats();
  const navigate = useNavigate();
  const may = useMay();
  const today = useToday();
  const month = search.bulan ?? monthOf(today);
  const states = codesOf('paymentState');
  const state = states.find((one) => one === search.iuran);
  const views = codesOf('partnerView');
  const view = views.find((one) => one === search.lihat) ?? 'anggota';
  const [place, setPlace] = useState<PagePlace<string>>(firstPage);
  const query = useQuery({
    queryKey: ['partner', id, month, state, place.after],
    queryFn: () =>
      listPartnerMembers(id, {
        month,
        ...(state === undefined ? {} : { state }),
        ...(place.after === undefined ? {} : { after: place.after }),
      }),
    placeholderData: keepPreviousData,
  });
  const go = (changed: Partial<typeof search>) => {
    setPlace(firstPage);
    void navigate({
      to: '/mitra/$id',
      params: { id },
      search: { ...search, ...changed },
      resetScroll: false,
    });
  };
  return (
    <Loaded query={query}>
      {({ partner, counts, members, next }) => (
        <>
          <PageHead title={partner.name}>
            {may('rosters.send') && (
              <GoButton to="/orang/daftarkan" variant="default">
                {t('register.title')}
              </GoButton>
            )}
            {may('rosters.send') && (
              <GoButton to="/daftar/kirim" variant="light">
                {t('rosters.send')}
              </GoButton>
            )}
          </PageHead>
          <Text c="dimmed" mb="md">
            {t(`partnerKind.${partner.kind}`)}
          </Text>
          <Group align="flex-end" mb="md">
            <MonthSelect label={t('coverage.month')} value={month} onChange={(bulan) => go({ bulan })} />
          </Group>
          <Stack gap="xl">
            <SimpleGrid cols={{ base: 1, sm: 3 }}>
              {states.map((one) => (
                <Paper key={one}>
                  <Text size="sm" c="dimmed">
                    {t(`paymentState.${one}`)}
                  </Text>
                  <div className="figure">{format.count(counts[one])}</div>
                  <Text size="sm">{aboutState(one)}</Text>
                </Paper>
              ))}
            </SimpleGrid>
            <Group component="nav" aria-label={partner.name} gap="xs">
              {views.map((one) => (
                <GoButton
                  key={one}
                  to="/mitra/$id"
                  params={{ id }}
                  search={{ ...search, lihat: one }}
                  resetScroll={false}
                  variant={one === view ? 'filled' : 'default'}
                  aria-current={one === view ? 'page' : undefined}
                >
                  {t(`partnerView.${one}`)}
                </GoButton>
              ))}
            </Group>
            {view === 'anggota' && (
              <MemberList
                partnerId={id}
                month={month}
                state={state}
                onState={(iuran) => go({ iuran })}
                members={members}
                place={place}
                next={next}
                onPlace={setPlace}
              />
            )}
            {view === 'perubahan' && <ChangeList partnerId={id} month={month} />}
            {view === 'hilang' && <MissingList partnerId={id} />}
          </Stack>
        </>
      )}
    </Loaded>
  );

  function aboutState(one: (typeof states)[number]): string {
    if (one === 'paid') return t('partner.paidText', { month: format.month(month) });
    return one === 'unpaid' ? t('partner.unpaidText') : t('partner.lapsedText');
  }
}
