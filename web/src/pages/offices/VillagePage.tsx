import { Alert, Button, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useLanguage } from '../../app/language.tsx';
import { getVillageSeats, type Replaced, type VillageOffice, type VillageSeats } from '../../app/lists.ts';
import { useRefresh } from '../../app/refresh.ts';
import { useMay } from '../../app/session.tsx';
import { useFormats } from '../../ui/format.ts';
import { Go } from '../../ui/Go.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import { Table } from '../../ui/Table.tsx';
import { BodyTable, type SeatAction } from './BodyTable.tsx';
import { SeatDialog } from './SeatDialog.tsx';
import { SeatHeadline } from './SeatHeadline.tsx';
import { bodyText, officeText } from './words.ts';

const route = getRouteApi('/perangkat/$village');

/** The bodies of one village: seats, holders, vacancies, and changing a holder. */
export function VillagePage() {
  const { village } = route.useParams();
  const query = useQuery({
    queryKey: ['offices', 'village', village],
    queryFn: () => getVillageSeats(village),
  });
  return <Loaded query={query}>{(seats) => <VillageView seats={seats} />}</Loaded>;
}

function VillageView(props: { readonly seats: VillageSeats }) {
  const { area, parents, offices, former, total, month, on } = props.seats;
  const { t, language } = useLanguage();
  const format = useFormats();
  const may = useMay();
  const refresh = useRefresh();
  const [action, setAction] = useState<SeatAction>();
  const [done, setDone] = useState<Replaced>();
  const code = String(area.code);
  const file = (kind: string) => `/api/offices/file?${new URLSearchParams({ area: code, on, format: kind })}`;
  const names = new Map(offices.map((one) => [one.office, officeText(language, one)]));
  const sources = offices.flatMap(({ source, count }) =>
    source === null || count === null ? [] : [{ source, seats: count, villages: 1 }],
  );
  const finish = async (replaced?: Replaced) => {
    await refresh(['offices']);
    setAction(undefined);
    setDone(replaced);
  };
  return (
    <>
      <PageHead title={`${t('offices.title')}: ${area.name}`}>
        <Button component="a" href={file('csv')} download variant="default">
          {t('offices.csv')}
        </Button>
        <Button component="a" href={file('xlsx')} download variant="default">
          {t('offices.xlsx')}
        </Button>
      </PageHead>
      <Stack gap="xl">
        <nav aria-label={t('coverage.path')}>
          <ol className="crumbs">
            {parents.map((parent) => (
              <li key={parent.code}>
                <Go to="/perangkat" search={{ wilayah: String(parent.code) }}>
                  {parent.name}
                </Go>
              </li>
            ))}
            <li aria-current="page">
              <strong>{area.name}</strong>
            </li>
          </ol>
        </nav>
        <SeatHeadline place={area.name} month={month} total={total} sources={sources} />
        {done !== undefined && (
          <Alert role="status">
            {t(`replaced.${done.memberships}`, {
              oldUntil: format.day(done.oldUntil),
              newFrom: format.day(done.newFrom),
              fund: done.elsewhere === null ? '' : t(`fundKind.${done.elsewhere.fundKind}`),
              regency: done.elsewhere?.regency ?? '',
            })}
          </Alert>
        )}
        {[...Map.groupBy(offices, ({ body }) => body)].map(([body, own]) => (
          <section key={body}>
            <Title order={2} mb="xs">
              {bodyText(t, body)}
            </Title>
            <BodyTable
              caption={bodyText(t, body)}
              offices={own}
              names={names}
              on={on}
              {...(may('offices.manage') ? { onAct: setAction } : {})}
            />
          </section>
        ))}
        <section>
          <Title order={2} mb="xs">
            {t('offices.former')}
          </Title>
          {former.length === 0 ? (
            <Text c="dimmed">{t('offices.noFormer')}</Text>
          ) : (
            <Table
              caption={t('offices.former')}
              columns={[
                {
                  key: 'name',
                  label: t('offices.holder'),
                  cell: (one) => one.name ?? t('offices.holderElsewhere'),
                },
                {
                  key: 'office',
                  label: t('offices.office'),
                  cell: (one) => names.get(one.office) ?? one.office,
                },
                {
                  key: 'term',
                  label: t('offices.term'),
                  cell: (one) =>
                    t('offices.fromTo', {
                      from: format.day(one.from),
                      to: one.until === null ? '–' : format.lastBefore(one.until),
                    }),
                },
                {
                  key: 'why',
                  label: t('offices.reason'),
                  cell: (one) => (one.endReason === null ? '' : t(`officeEnd.${one.endReason}`)),
                },
              ]}
              rows={former}
              rowKey={(one) => one.holdingId}
            />
          )}
        </section>
      </Stack>
      <SeatDialog
        village={code}
        action={action}
        name={action === undefined ? '' : titleOf(action.office)}
        onClose={() => setAction(undefined)}
        onDone={finish}
      />
    </>
  );

  function titleOf(office: VillageOffice): string {
    return officeText(language, office);
  }
}
