import { Button, Group, Radio, Stack, Text, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { comparePeople, getPerson, mergePerson, type PeoplePair, searchPeople } from '../../app/api.ts';
import { useLanguage } from '../../app/language.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { useFormats } from '../../ui/format.ts';
import { Go, GoButton } from '../../ui/Go.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import { ProblemBox } from '../../ui/ProblemBox.tsx';
import { PairTable } from './PairTable.tsx';
import { birthText } from './words.ts';

const route = getRouteApi('/orang/$id/gabung');

/** Merges a person with another record of theirs: first whom, then side by side, then whose record speaks for both. */
export function MergePage() {
  const { id } = route.useParams();
  const { dengan } = route.useSearch();
  const { t } = useLanguage();
  const person = useQuery({ queryKey: ['person', id], queryFn: () => getPerson(id) });
  return (
    <>
      <PageHead title={t('merge.title')}>
        <Go to="/orang/$id" params={{ id }}>
          {person.data?.person.name ?? t('merge.back')}
        </Go>
      </PageHead>
      <Text mb="md" maw="44rem">
        {t('merge.about')}
      </Text>
      {dengan === undefined ? <ChooseOther id={id} /> : <SideBySide key={dengan} id={id} other={dengan} />}
    </>
  );
}

function ChooseOther(props: { readonly id: string }) {
  const { id } = props;
  const { t } = useLanguage();
  const format = useFormats();
  const finding = useMutation({ mutationFn: (q: string) => searchPeople({ q }) });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    finding.mutate(String(new FormData(event.currentTarget).get('q')).trim());
  };
  const found = finding.data?.people.filter(({ personId }) => personId !== id);
  return (
    <Stack>
      <search>
        <form onSubmit={submit}>
          <Group align="flex-end">
            <TextInput
              label={t('merge.other')}
              description={t('people.searchHint')}
              name="q"
              required
              minLength={3}
              autoComplete="off"
              style={{ flex: '1 1 16rem', maxWidth: '28rem' }}
            />
            <Button type="submit" loading={finding.isPending}>
              {t('people.find')}
            </Button>
          </Group>
        </form>
      </search>
      <ProblemBox error={finding.error} />
      {found?.length === 0 && <Empty what={t('people.none')}>{t('people.noneNext')}</Empty>}
      {found !== undefined && found.length > 0 && (
        <ul>
          {found.map((one) => (
            <li key={one.personId}>
              <Go to="/orang/$id/gabung" params={{ id }} search={{ dengan: one.personId }}>
                {one.name}
              </Go>{' '}
              · {birthText(format, one)} · {one.areaName}
              {one.merged ? ` · ${t('merge.isMerged')}` : ''}
            </li>
          ))}
        </ul>
      )}
    </Stack>
  );
}

function SideBySide(props: { readonly id: string; readonly other: string }) {
  const { id, other } = props;
  const { t } = useLanguage();
  const query = useQuery({
    queryKey: ['pair', id, other],
    queryFn: () => comparePeople(id, other),
    gcTime: 0,
  });
  return (
    <Loaded query={query}>
      {(pair) => (
        <Stack>
          <PairTable pair={pair} />
          {pair.merged ? (
            <Empty what={t('merge.already')}>
              <Go to="/orang/$id" params={{ id }}>
                {t('merge.back')}
              </Go>
            </Empty>
          ) : (
            <MergeForm pair={pair} />
          )}
        </Stack>
      )}
    </Loaded>
  );
}

function MergeForm(props: { readonly pair: PeoplePair }) {
  const { people } = props.pair;
  const { t } = useLanguage();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [one, other] = people;
  const [keep, setKeep] = useState(one.numbered || !other.numbered ? one.personId : other.personId);
  const merging = useMutation({
    mutationFn: (reason: string) =>
      mergePerson(keep === one.personId ? other.personId : one.personId, { into: keep, reason }),
    onSuccess: () => {
      queries.clear();
      void navigate({ to: '/orang/$id', params: { id: keep } });
    },
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    merging.mutate(String(new FormData(event.currentTarget).get('reason')).trim());
  };
  return (
    <form onSubmit={submit}>
      <Stack maw="36rem">
        <Radio.Group
          label={t('merge.keep')}
          description={t('merge.keepHint')}
          value={keep}
          onChange={setKeep}
        >
          <Stack gap="xs" mt="xs">
            {people.map((person, place) => (
              <Radio
                key={person.personId}
                value={person.personId}
                disabled={!person.numbered && people.some(({ numbered }) => numbered)}
                label={`${place === 0 ? t('pair.first') : t('pair.other')}: ${person.name} · ${
                  person.nikMasked ?? t('people.noNik')
                }`}
              />
            ))}
          </Stack>
        </Radio.Group>
        <TextInput
          label={t('reveal.reason')}
          description={t('review.whyHint')}
          name="reason"
          required
          minLength={5}
          maxLength={300}
        />
        <ProblemBox error={merging.error} />
        <Group>
          <Button type="submit" loading={merging.isPending}>
            {t('merge.yes')}
          </Button>
          <GoButton to="/orang/$id" params={{ id: one.personId }} variant="default">
            {t('app.cancel')}
          </GoButton>
        </Group>
      </Stack>
    </form>
  );
}
