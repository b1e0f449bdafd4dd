import { Stack, Text, TextInput, Title } from '@mantine/core';
import { listRegulations, type Regulation } from '@payung/law';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useDeferredValue, useState } from 'react';
import { useLanguage } from '../../app/language.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { Table } from '../../ui/Table.tsx';
import { useAddressField } from './address-field.ts';
import { ReadAt, RegulationLink } from './CitationText.tsx';
import { citing } from './citing.ts';
import { readersToday } from './DayField.tsx';
import { hasWords, parametersInOrder } from './groups.ts';
import { LawHead } from './LawHead.tsx';
import { Standing } from './Standing.tsx';
import { Sureness } from './Sureness.tsx';

const route = getRouteApi('/aturan/peraturan');

/** Every regulation the law package rests on, from statutes down to decrees. */
export function RegulationsPage() {
  const { t, language } = useLanguage();
  const search = route.useSearch();
  const navigate = useNavigate();
  const [today] = useState(readersToday);
  const [filter, setFilter] = useAddressField(search.cari ?? '', (cari) => {
    void navigate({ to: '/aturan/peraturan', search: { cari }, replace: true, resetScroll: false });
  });
  const shown = useDeferredValue(filter);
  const all = listRegulations();
  const found = all.filter(({ id, title, subject }) => hasWords(shown, [id, title, subject.id, subject.en]));
  const cited = citing(parametersInOrder());
  return (
    <>
      <LawHead title={t('law.regulations')} part="regulations" />
      <Text mb="md">{t('law.regulationsAbout')}</Text>
      <TextInput
        type="search"
        label={t('law.filter')}
        placeholder={t('law.regulationHint')}
        value={filter}
        onChange={(event) => setFilter(event.currentTarget.value)}
        maw="22rem"
        mb="sm"
      />
      <Text role="status" fw={600} mb="md">
        {t('law.regulationsFound', { count: found.length, all: all.length })}
      </Text>
      {found.length === 0 && <Empty what={t('law.nothing')}>{t('law.nothingNext')}</Empty>}
      <Stack gap="xl">
        {[...Map.groupBy(found, ({ kind }) => kind)].map(([kind, regulations]) => (
          <section key={kind}>
            <Title order={2} mb="xs">
              {t(`lawKind.${kind}`)}
            </Title>
            <Table
              caption={t(`lawKind.${kind}`)}
              rows={regulations}
              rowKey={({ id }) => id}
              columns={[
                {
                  key: 'id',
                  label: t('law.regulation'),
                  cell: (one: Regulation) => (
                    <div>
                      <RegulationLink id={one.id} />
                      {one.title !== null && (
                        <div className="law-small" lang="id">
                          {one.title}
                        </div>
                      )}
                    </div>
                  ),
                },
                { key: 'subject', label: t('law.subject'), cell: ({ subject }) => subject[language] },
                {
                  key: 'standing',
                  label: t('law.standing'),
                  cell: (one) => <Standing regulation={one} on={today} />,
                },
                {
                  key: 'sure',
                  label: t('law.sure'),
                  cell: ({ confidence, page }) => (
                    <>
                      <Sureness confidence={confidence} />
                      <div className="law-small">
                        <ReadAt page={page} />
                      </div>
                    </>
                  ),
                },
                {
                  key: 'parameters',
                  label: t('law.parameters'),
                  number: true,
                  cell: ({ id }) => cited.get(id)?.length ?? 0,
                },
              ]}
            />
          </section>
        ))}
      </Stack>
    </>
  );
}
