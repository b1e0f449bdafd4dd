import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { changeMapping, endMapping, listMappings, type Mapping } from '../../app/api.ts';
import { useLanguage } from '../../app/language.tsx';
import { useMay } from '../../app/session.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { useFormats } from '../../ui/format.ts';
import { Go } from '../../ui/Go.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { MadeBy } from '../../ui/MadeBy.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import { ProblemBox } from '../../ui/ProblemBox.tsx';
import { type Column, Table } from '../../ui/Table.tsx';

/** What people said of the headings of partners' files: seen, renamed, ended. */
export function MappingsPage() {
  const { t } = useLanguage();
  const query = useQuery({ queryKey: ['mappings'], queryFn: listMappings });
  return (
    <>
      <PageHead title={t('mappings.title')}>
        <Go to="/daftar">{t('nav.rosters')}</Go>
      </PageHead>
      <Text mb="md" maw="44rem">
        {t('mappings.about')}
      </Text>
      <Loaded query={query}>
        {({ mappings }) =>
          mappings.length === 0 ? (
            <Empty what={t('mappings.none')}>{t('mappings.noneNext')}</Empty>
          ) : (
            <Mappings mappings={mappings} />
          )
        }
      </Loaded>
    </>
  );
}

function Mappings(props: { readonly mappings: readonly Mapping[] }) {
  const { t } = useLanguage();
  const format = useFormats();
  const may = useMay();
  const columns: Column<Mapping>[] = [
    { key: 'name', label: t('mapping.name'), cell: ({ name }) => name },
    { key: 'partner', label: t('mappings.partner'), cell: (one) => `${one.partnerName}, ${one.areaName}` },
    { key: 'columns', label: t('mappings.columns'), cell: (one) => <Meanings mapping={one} /> },
    {
      key: 'saved',
      label: t('mappings.saved'),
      cell: (one) => <MadeBy at={one.recordedAt} by={one.madeBy} />,
    },
    {
      key: 'state',
      label: t('mappings.state'),
      cell: (one) =>
        one.endedAt !== null ? (
          t('mappings.ended', { at: format.instant(one.endedAt) })
        ) : may('rosters.send') ? (
          <Change key={one.name} mapping={one} />
        ) : (
          t('mappings.inUse')
        ),
    },
  ];
  return (
    <Table
      caption={t('mappings.title')}
      columns={columns}
      rows={props.mappings}
      rowKey={({ mappingId }) => mappingId}
    />
  );
}

function Meanings(props: { readonly mapping: Mapping }) {
  const { columns, villageName } = props.mapping;
  const { t } = useLanguage();
  const said = columns.flatMap(({ header, field }) =>
    field === null ? [] : [t('mappings.pair', { header, field: t(`field.${field}`) })],
  );
  const unused = columns.length - said.length;
  return [
    ...said,
    ...(villageName === null ? [] : [`${t('mapping.village')}: ${villageName}`]),
    ...(unused === 0 ? [] : [t('mappings.ignored', { count: unused })]),
  ].join('; ');
}

/** Another name, or an end that is asked for twice. */
function Change(props: { readonly mapping: Mapping }) {
  const { mappingId, name } = props.mapping;
  const { t } = useLanguage();
  const queries = useQueryClient();
  const [doing, setDoing] = useState<'rename' | 'end'>();
  const after = async () => {
    setDoing(undefined);
    await queries.invalidateQueries({ queryKey: ['mappings'] });
    await queries.invalidateQueries({ queryKey: ['rosters'] });
  };
  const renaming = useMutation({
    mutationFn: (newName: string) => changeMapping(mappingId, { name: newName }),
    onSuccess: after,
  });
  const ending = useMutation({ mutationFn: () => endMapping(mappingId), onSuccess: after });
  const rename = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    renaming.mutate(String(new FormData(event.currentTarget).get('name')));
  };
  const cancel = (
    <Button size="xs" variant="default" onClick={() => setDoing(undefined)}>
      {t('mappings.cancel')}
    </Button>
  );
  if (doing === 'rename') {
    return (
      <form onSubmit={rename}>
        <Stack gap="xs">
          <TextInput label={t('mappings.newName')} name="name" required maxLength={120} defaultValue={name} />
          <ProblemBox error={renaming.error} />
          <Group gap="xs">
            <Button size="xs" type="submit" loading={renaming.isPending}>
              {t('mappings.keep')}
            </Button>
            {cancel}
          </Group>
        </Stack>
      </form>
    );
  }
  if (doing === 'end') {
    return (
      <Stack gap="xs">
        <Text size="sm">{t('mappings.endAsk')}</Text>
        <ProblemBox error={ending.error} />
        <Group gap="xs">
          <Button size="xs" color="red.9" loading={ending.isPending} onClick={() => ending.mutate()}>
            {t('mappings.endSure')}
          </Button>
          {cancel}
        </Group>
      </Stack>
    );
  }
  return (
    <Group gap="xs">
      <Button size="xs" variant="default" onClick={() => setDoing('rename')}>
        {t('mappings.rename')}
      </Button>
      <Button size="xs" variant="default" onClick={() => setDoing('end')}>
        {t('mappings.end')}
      </Button>
    </Group>
  );
}
