import { Group, Stack, Text, TextInput, Title } from '@mantine/core';
import type { Day } from '@payung/kernel';
import type { ShownParameter } from '@payung/law';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useDeferredValue } from 'react';
import { useLanguage } from '../../app/language.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { useFormats } from '../../ui/format.ts';
import { Go } from '../../ui/Go.tsx';
import { Table } from '../../ui/Table.tsx';
import { useAddressField } from './address-field.ts';
import { CitationText } from './CitationText.tsx';
import { DayField, useAskedDay } from './DayField.tsx';
import { DayText } from './DayText.tsx';
import { filtered, grouped, parametersInOrder, useGroupText } from './groups.ts';
import { rowOn } from './history.ts';
import { LawHead } from './LawHead.tsx';
import { ParameterName } from './ParameterName.tsx';
import { Doubt } from './Sureness.tsx';
import { ValueText } from './ValueText.tsx';

const route = getRouteApi('/aturan');

/** Every parameter of the law with its value on a day. */
export function ParametersPage() {
  const { t } = useLanguage();
  const format = useFormats();
  const search = route.useSearch();
  const navigate = useNavigate();
  const go = (changed: typeof search) =>
    void navigate({ to: '/aturan', search: { ...search, ...changed }, replace: true, resetScroll: false });
  const asked = useAskedDay(search.tanggal, (tanggal) => go({ tanggal }));
  const [filter, setFilter] = useAddressField(search.cari ?? '', (cari) => go({ cari }));
  const shown = useDeferredValue(filter);
  const all = parametersInOrder();
  const found = filtered(all, shown);
  const groups = grouped(found);
  return (
    <>
      <LawHead title={t('nav.law')} part="parameters" />
      <Text mb="md">
        {t('law.about')} {t('law.marks')} <Go to="/aturan/belum-pasti">{t('law.marksWhy')}</Go>
      </Text>
      <Group align="flex-start" mb="sm">
        <DayField asked={asked} />
        <TextInput
          type="search"
          label={t('law.filter')}
          placeholder={t('law.filterHint')}
          value={filter}
          onChange={(event) => setFilter(event.currentTarget.value)}
          w="22rem"
          maw="100%"
        />
      </Group>
      <Text role="status" fw={600} mb="sm">
        {t('law.found', { count: found.length, all: all.length, day: format.day(asked.on) })}
      </Text>
      {groups.length === 0 && <Empty what={t('law.nothing')}>{t('law.nothingNext')}</Empty>}
      {groups.length > 1 && <GroupLinks groups={groups.map(([group]) => group)} />}
      <Stack gap="xl" mt="md">
        {groups.map(([group, parameters]) => (
          <GroupTable key={group} group={group} parameters={parameters} on={asked.on} day={search.tanggal} />
        ))}
      </Stack>
    </>
  );
}

function GroupLinks(props: { readonly groups: readonly string[] }) {
  const { t } = useLanguage();
  const groupText = useGroupText();
  return (
    <nav aria-label={t('law.groups')}>
      <ul className="law-groups">
        {props.groups.map((group) => (
          <li key={group}>
            <Go to="." search hash={`kelompok-${group}`} hashScrollIntoView size="sm">
              {groupText(group)}
            </Go>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function GroupTable(props: {
  readonly group: string;
  readonly parameters: readonly ShownParameter[];
  readonly on: Day;
  readonly day: string | undefined;
}) {
  const { t } = useLanguage();
  const groupText = useGroupText();
  const { group, parameters, on } = props;
  return (
    <section id={`kelompok-${group}`} className="law-group">
      <Title order={2} mb="xs">
        {groupText(group)}
      </Title>
      <Table
        caption={groupText(group)}
        rows={parameters.map((parameter) => ({ parameter, row: rowOn(parameter, on) }))}
        rowKey={({ parameter }) => parameter.id}
        columns={[
          {
            key: 'name',
            label: t('law.parameter'),
            cell: ({ parameter }) => <ParameterName parameter={parameter} day={props.day} />,
          },
          {
            key: 'value',
            label: t('law.value'),
            cell: ({ row }) => (
              <>
                <ValueText row={row} brief /> {row && <Doubt confidence={row.source.confidence} />}
              </>
            ),
          },
          {
            key: 'since',
            label: t('law.since'),
            cell: ({ parameter, row }) => <DayText day={(row ?? parameter.rows[0])?.from ?? null} />,
          },
          {
            key: 'by',
            label: t('law.by'),
            cell: ({ parameter, row }) => {
              const source = (row ?? parameter.rows[0])?.source;
              return source && <CitationText source={source} />;
            },
          },
        ]}
      />
    </section>
  );
}
