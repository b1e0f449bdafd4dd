import { Button, Group, NativeSelect, Paper, Stack, Text, Title } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useLanguage } from '../../app/language.tsx';
import { type JobSeeker, listSeekers, type SeekerList } from '../../app/lists.ts';
import { useMay } from '../../app/session.tsx';
import { codesOf } from '../../messages/index.ts';
import { Empty } from '../../ui/Empty.tsx';
import { useFormats } from '../../ui/format.ts';
import { Go } from '../../ui/Go.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import { Pages } from '../../ui/Pages.tsx';
import { firstPage, type PagePlace } from '../../ui/page-place.ts';
import { type Column, Table } from '../../ui/Table.tsx';
import { useMyArea } from '../coverage/my-area.ts';
import { SeekerDialog } from './SeekerDialog.tsx';

const route = getRouteApi('/pencari-kerja');

/** Who looks for work in an area, and the training they wish for. */
export function SeekersPage() {
  const { t } = useLanguage();
  const search = route.useSearch();
  const navigate = useNavigate();
  const may = useMay();
  const mine = useMyArea();
  const [action, setAction] = useState<JobSeeker | 'record'>();
  const area = search.wilayah ?? mine;
  const training = codesOf('training').find((one) => one === search.pelatihan);
  const asked = training === undefined ? {} : { training };
  const list = `${area} ${training}`;
  const [paged, setPaged] = useState<{ of: string; place: PagePlace<string> }>({
    of: list,
    place: firstPage,
  });
  // Of another area or training one begins anew.
  const place = paged.of === list ? paged.place : firstPage;
  const { after } = place;
  const query = useQuery({
    queryKey: ['seekers', area, training, after],
    queryFn: () => listSeekers({ area: area ?? '', ...asked, ...(after === undefined ? {} : { after }) }),
    enabled: area !== undefined,
    placeholderData: keepPreviousData,
  });
  if (area === undefined) {
    return (
      <>
        <PageHead title={t('nav.seekers')} />
        <Empty what={t('offices.noArea')}>{t('offices.noAreaNext')}</Empty>
      </>
    );
  }
  const file = (format: string) => `/api/seekers/file?${new URLSearchParams({ area, ...asked, format })}`;
  return (
    <>
      <PageHead title={t('nav.seekers')}>
        <Button component="a" href={file('csv')} download variant="default">
          {t('seekers.csv')}
        </Button>
        <Button component="a" href={file('xlsx')} download variant="default">
          {t('seekers.xlsx')}
        </Button>
        {may('seekers.manage') && <Button onClick={() => setAction('record')}>{t('seekers.record')}</Button>}
      </PageHead>
      <Text c="dimmed" mb="md" maw="44rem">
        {t('seekers.about')}
      </Text>
      <Group align="flex-end" mb="md">
        <NativeSelect
          label={t('seekers.training')}
          value={training ?? ''}
          onChange={(event) =>
            void navigate({
              to: '/pencari-kerja',
              search: { ...search, pelatihan: event.currentTarget.value },
              resetScroll: false,
            })
          }
          data={[
            { value: '', label: t('seekers.allTrainings') },
            ...codesOf('training').map((value) => ({ value, label: t(`training.${value}`) })),
          ]}
        />
      </Group>
      <Loaded query={query}>
        {(found) => (
          <SeekersView
            list={found}
            place={place}
            onPlace={(next) => setPaged({ of: list, place: next })}
            {...(may('seekers.manage') ? { onEnd: setAction } : {})}
          />
        )}
      </Loaded>
      <SeekerDialog action={action} near={area} onClose={() => setAction(undefined)} />
    </>
  );
}

function SeekersView(props: {
  readonly list: SeekerList;
  readonly place: PagePlace<string>;
  readonly onPlace: (place: PagePlace<string>) => void;
  /** Absent when the user may only look. */
  readonly onEnd?: (seeker: JobSeeker) => void;
}) {
  const { area, parents, below, wished, total, seekers, next } = props.list;
  const { place, onPlace, onEnd } = props;
  const { t } = useLanguage();
  const format = useFormats();
  const search = route.useSearch();
  const columns: Column<JobSeeker>[] = [
    {
      key: 'name',
      label: t('rows.name'),
      cell: (one) =>
        one.name === null ? (
          t('partner.gone')
        ) : (
          <Go to="/orang/$id" params={{ id: one.personId }}>
            {one.name}
          </Go>
        ),
    },
    { key: 'birth', label: t('people.birth'), cell: (one) => format.day(one.birthDate) },
    { key: 'village', label: t('partner.village'), cell: (one) => one.villageName },
    { key: 'training', label: t('seekers.training'), cell: (one) => t(`training.${one.training}`) },
    { key: 'since', label: t('seekers.since'), cell: (one) => format.day(one.since) },
    { key: 'source', label: t('seekers.source'), cell: (one) => one.source },
    ...(onEnd === undefined
      ? []
      : [
          {
            key: 'end',
            label: t('offices.action'),
            cell: (one: JobSeeker) => (
              <Button
                size="xs"
                variant="default"
                aria-label={`${t('seekers.end')}: ${one.name ?? one.villageName}`}
                onClick={() => onEnd(one)}
              >
                {t('seekers.end')}
              </Button>
            ),
          },
        ]),
  ];
  return (
    <Stack gap="xl">
      <nav aria-label={t('coverage.path')}>
        <ol className="crumbs">
          {parents.map((parent) => (
            <li key={parent.code}>
              <Go to="/pencari-kerja" search={{ ...search, wilayah: String(parent.code) }}>
                {parent.name}
              </Go>
            </li>
          ))}
          <li aria-current="page">
            <strong>{area.name}</strong>
          </li>
        </ol>
      </nav>
      {total === 0 ? (
        <Empty what={t('seekers.none')}>{t('seekers.noneNext')}</Empty>
      ) : (
        <>
          <Paper>
            <div className="figure">{format.count(total)}</div>
            <Text size="sm">{t('seekers.total', { area: area.name })}</Text>
          </Paper>
          <section>
            <Title order={2} mb="xs">
              {t('seekers.wished')}
            </Title>
            <Table
              caption={t('seekers.wished')}
              columns={[
                {
                  key: 'training',
                  label: t('seekers.training'),
                  cell: (one) => t(`training.${one.training}`),
                },
                {
                  key: 'people',
                  label: t('seekers.people'),
                  number: true,
                  cell: (one) => format.count(one.people),
                },
              ]}
              rows={wished}
              rowKey={(one) => one.training}
            />
          </section>
          <section>
            <Title order={2} mb="xs">
              {t('seekers.list')}
            </Title>
            <Table
              caption={t('seekers.list')}
              columns={columns}
              rows={seekers}
              rowKey={(one) => one.seekerId}
            />
            <Pages place={place} next={next} onPlace={onPlace} />
          </section>
        </>
      )}
      {below.length > 0 && (
        <section>
          <Title order={2} mb="xs">
            {t('seekers.byArea')}
          </Title>
          <Table
            caption={t('seekers.byArea')}
            columns={[
              {
                key: 'name',
                label: t('offices.area'),
                cell: (one) => (
                  <Go to="/pencari-kerja" search={{ ...search, wilayah: String(one.code) }}>
                    {one.name}
                  </Go>
                ),
              },
              {
                key: 'people',
                label: t('seekers.people'),
                number: true,
                cell: (one) => format.count(one.people),
              },
            ]}
            rows={below}
            rowKey={(one) => one.code}
          />
        </section>
      )}
    </Stack>
  );
}
