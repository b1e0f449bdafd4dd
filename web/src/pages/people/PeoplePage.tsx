import { Button, Group, Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { type Person, searchPeople } from '../../app/api.ts';
import { useLanguage } from '../../app/language.tsx';
import { useMay } from '../../app/session.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { useFormats } from '../../ui/format.ts';
import { Go, GoButton } from '../../ui/Go.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import { Pages } from '../../ui/Pages.tsx';
import { firstPage, type PagePlace } from '../../ui/page-place.ts';
import { type Column, Table } from '../../ui/Table.tsx';
import { ToldDeaths } from './ToldDeaths.tsx';
import { birthText, sexText } from './words.ts';

/** Finds people by name or by a whole NIK. What was searched is not kept in the address: it may be a NIK. */
export function PeoplePage() {
  const { t } = useLanguage();
  const may = useMay();
  const [wanted, setWanted] = useState<string>();
  const [short, setShort] = useState(false);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const q = String(new FormData(event.currentTarget).get('q')).trim();
    setShort(q.length < 3);
    if (q.length >= 3) setWanted(q);
  };
  return (
    <>
      <PageHead title={t('nav.people')}>
        {may('rosters.send') && (
          <GoButton to="/orang/daftarkan" size="xs">
            {t('register.title')}
          </GoButton>
        )}
        {may('people.merge') && <Go to="/orang/ganda">{t('duplicates.title')}</Go>}
        {may('people.settle') && <Go to="/orang/sengketa">{t('disputes.title')}</Go>}
      </PageHead>
      <search>
        <form onSubmit={submit}>
          <Group align="flex-end" mb="md">
            <TextInput
              label={t('people.search')}
              description={t('people.searchHint')}
              name="q"
              autoComplete="off"
              required
              error={short ? t('people.short') : undefined}
              style={{ flex: '1 1 16rem', maxWidth: '28rem' }}
            />
            <Button type="submit">{t('people.find')}</Button>
          </Group>
        </form>
      </search>
      {wanted === undefined ? (
        <>
          <Text c="dimmed">{t('people.about')}</Text>
          {may('deaths.record') && <ToldDeaths />}
        </>
      ) : (
        <Found key={wanted} wanted={wanted} />
      )}
    </>
  );
}

function Found(props: { readonly wanted: string }) {
  const { t } = useLanguage();
  const format = useFormats();
  const [place, setPlace] = useState<PagePlace<string>>(firstPage);
  const query = useQuery({
    queryKey: ['people', props.wanted, place.after],
    queryFn: () => searchPeople({ q: props.wanted, after: place.after }),
    gcTime: 0,
  });
  const columns: Column<Person>[] = [
    {
      key: 'name',
      label: t('rows.name'),
      cell: (one) => (
        <Go to="/orang/$id" params={{ id: one.personId }}>
          {one.name}
        </Go>
      ),
    },
    { key: 'birth', label: t('people.birth'), cell: (one) => birthText(format, one) },
    { key: 'sex', label: t('people.sex'), cell: (one) => sexText(t, one.sex) },
    { key: 'village', label: t('rows.village'), cell: (one) => one.areaName },
    {
      key: 'note',
      label: t('rows.note'),
      cell: (one) =>
        one.diedOn !== null
          ? t('people.died', { day: format.day(one.diedOn) })
          : one.merged
            ? t('merge.isMerged')
            : '',
    },
  ];
  return (
    <Loaded query={query}>
      {({ people, next }) =>
        people.length === 0 ? (
          <Empty what={t('people.none')}>{t('people.noneNext')}</Empty>
        ) : (
          <>
            <Table
              caption={t('people.found')}
              columns={columns}
              rows={people}
              rowKey={(one) => one.personId}
            />
            <Pages place={place} next={next} onPlace={setPlace} />
          </>
        )
      }
    </Loaded>
  );
}
