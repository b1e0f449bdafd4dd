import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type Difference, getDifferences } from '../../app/api.ts';
import { useLanguage } from '../../app/language.tsx';
import { useMay } from '../../app/session.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { useFormats } from '../../ui/format.ts';
import { Go } from '../../ui/Go.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { type Column, Table } from '../../ui/Table.tsx';
import { segmentText } from '../agreements/words.ts';

const sides = ['paid_here', 'stated_there'] as const;

/** Paid here but not active at BPJS, and active at BPJS but not paid here. */
export function DifferenceLists(props: { readonly month: string; readonly area: string | undefined }) {
  const { month, area } = props;
  const wanted = { month, ...(area === undefined ? {} : { area }) };
  const { t } = useLanguage();
  const may = useMay();
  const format = useFormats();
  const query = useQuery({
    queryKey: ['members', 'differences', month, area],
    queryFn: () => getDifferences(wanted),
  });
  const columns: Column<Difference>[] = [
    {
      key: 'name',
      label: t('rows.name'),
      cell: (one) => (
        <Go to="/orang/$id" params={{ id: one.personId }}>
          {one.name}
        </Go>
      ),
    },
    { key: 'village', label: t('rows.village'), cell: (one) => one.villageName },
    { key: 'segment', label: t('by.segment'), cell: (one) => segmentText(t, one.segment) },
    {
      key: 'fund',
      label: t('by.fund'),
      cell: (one) => (one.agreed ? one.fundName : t('exchange.bpjsOnly')),
    },
  ];
  return (
    <Loaded query={query}>
      {({ files, people, total }) =>
        files.length === 0 ? (
          <Empty what={t('exchange.noFile', { month: format.month(month) })}>
            {t(may('members.import') ? 'exchange.noFileLoad' : 'exchange.noFileNext')}
          </Empty>
        ) : (
          <Stack gap="xl">
            {sides.map((side) => {
              const rows = people.filter((one) => one.side === side);
              return (
                <section key={side}>
                  <Title order={2} mb="xs">
                    {t(`exchange.${side}`)}
                  </Title>
                  {rows.length === 0 ? (
                    <Text>{t('exchange.nobody')}</Text>
                  ) : (
                    <Table
                      caption={t(`exchange.${side}`)}
                      columns={columns}
                      rows={rows}
                      rowKey={(one) => `${one.personId} ${one.segment}`}
                    />
                  )}
                </section>
              );
            })}
            <Group>
              {(['csv', 'xlsx'] as const).map((file) => (
                <Button
                  key={file}
                  component="a"
                  href={`/api/members/differences/file?${new URLSearchParams({ ...wanted, format: file })}`}
                  download
                  variant="default"
                >
                  {t(`partner.${file}`)}
                </Button>
              ))}
              {total > people.length && (
                <Text size="sm">{t('exchange.more', { shown: people.length, total })}</Text>
              )}
            </Group>
          </Stack>
        )
      }
    </Loaded>
  );
}
