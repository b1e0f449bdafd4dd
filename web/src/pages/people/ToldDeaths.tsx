import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useLanguage } from '../../app/language.tsx';
import { listToldDeaths, type ToldDeath } from '../../app/lists.ts';
import { useFormats } from '../../ui/format.ts';
import { Go } from '../../ui/Go.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { type Column, Table } from '../../ui/Table.tsx';
import { DeathDialog } from './DeathDialog.tsx';

/** People of whom a partner said that they died, to be recorded as having died; nothing while there are none. */
export function ToldDeaths() {
  const { t } = useLanguage();
  const format = useFormats();
  const query = useQuery({ queryKey: ['person', 'told'], queryFn: listToldDeaths });
  const columns: Column<ToldDeath>[] = [
    {
      key: 'name',
      label: t('rows.name'),
      cell: (one) => (
        <Go to="/orang/$id" params={{ id: one.personId }}>
          {one.name}
        </Go>
      ),
    },
    { key: 'village', label: t('rows.village'), cell: (one) => one.areaName },
    { key: 'day', label: t('death.day'), cell: (one) => format.day(one.lastDay) },
    {
      key: 'partner',
      label: t('death.toldBy'),
      cell: (one) => [one.partnerName, one.note].filter(Boolean).join(' · '),
    },
    {
      key: 'record',
      label: t('death.record'),
      cell: (one) => (
        <DeathDialog personId={one.personId} before={null} told={{ day: one.lastDay, name: one.name }} />
      ),
    },
  ];
  // There are seldom any: nothing is held open for them.
  if (query.isPending) return null;
  return (
    <Loaded query={query}>
      {({ deaths }) =>
        deaths.length > 0 && (
          <Stack component="section" mt="xl" gap="sm">
            <Title order={2}>{t('death.toldTitle')}</Title>
            <Text maw="44rem">{t('death.toldAbout')}</Text>
            <Table
              caption={t('death.toldTitle')}
              columns={columns}
              rows={deaths}
              rowKey={(one) => `${one.personId} ${one.at}`}
            />
            <Group>
              <Button
                component="a"
                href="/api/told-deaths/table?format=csv"
                download
                variant="default"
                size="xs"
              >
                {t('duplicates.export', { format: 'CSV' })}
              </Button>
            </Group>
          </Stack>
        )
      }
    </Loaded>
  );
}
