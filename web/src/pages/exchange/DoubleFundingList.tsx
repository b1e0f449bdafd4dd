import { Button, Stack, Text, Title } from '@mantine/core';
import { formatRupiah, rupiah } from '@payung/kernel';
import { useQuery } from '@tanstack/react-query';
import {
  type DoubleFunded,
  type FundedBesideWage,
  type FundSaving,
  getDoubleFunding,
} from '../../app/api.ts';
import { useLanguage } from '../../app/language.tsx';
import { useFormats } from '../../ui/format.ts';
import { Go } from '../../ui/Go.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { type Column, Table } from '../../ui/Table.tsx';

/** Whom several funds pay for in the month, and what each could save. */
export function DoubleFundingList(props: { readonly month: string }) {
  const { month } = props;
  const { t } = useLanguage();
  const format = useFormats();
  const query = useQuery({ queryKey: ['funding', month], queryFn: () => getDoubleFunding({ month }) });
  const money = (amount: number) => formatRupiah(rupiah(amount));
  const funds: Column<FundSaving>[] = [
    { key: 'fund', label: t('by.fund'), cell: (one) => one.fundName },
    { key: 'people', label: t('exchange.people'), number: true, cell: (one) => format.count(one.people) },
    { key: 'saving', label: t('exchange.saving'), number: true, cell: (one) => money(one.saving) },
  ];
  const somebody: Column<FundedBesideWage>[] = [
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
  ];
  const besideWage: Column<FundedBesideWage>[] = [
    ...somebody,
    {
      key: 'payers',
      label: t('exchange.payers'),
      cell: (one) => (
        <Stack gap={2}>
          {one.memberships.map(({ membershipId, segment, fundName, partnerName, state }) => (
            <span key={membershipId}>
              {segment === 'BPU'
                ? t('exchange.asBpu', { fund: fundName })
                : t('exchange.asWage', { partner: partnerName })}
              : {t(`exchange.${state}`)}
            </span>
          ))}
        </Stack>
      ),
    },
  ];
  const people: Column<DoubleFunded>[] = [
    ...somebody,
    {
      key: 'funds',
      label: t('by.fund'),
      cell: (one) => (
        <Stack gap={2}>
          {one.memberships.map(({ membershipId, fundName, state, amount }) => (
            <span key={membershipId}>
              {fundName}: {t(`exchange.${state}`)}
              {amount === null ? '' : ` (${money(amount)})`}
            </span>
          ))}
        </Stack>
      ),
    },
    { key: 'saving', label: t('exchange.saving'), number: true, cell: (one) => money(one.saving) },
  ];
  const more = (shown: number, total: number) =>
    shown < total && <Text size="sm">{t('exchange.more', { shown, total })}</Text>;
  return (
    <section>
      <Title order={2} mb="xs">
        {t('exchange.double')}
      </Title>
      <Text size="sm" mb="xs" maw="44rem">
        {t('exchange.doubleAbout')}
      </Text>
      <Loaded query={query}>
        {(found) => (
          <Stack>
            {found.total === 0 ? (
              <Text>{t('exchange.noDouble', { month: format.month(month) })}</Text>
            ) : (
              <>
                <Table
                  caption={t('exchange.funds')}
                  columns={funds}
                  rows={found.funds}
                  rowKey={(one) => one.fundId}
                />
                <Table
                  caption={t('exchange.double')}
                  columns={people}
                  rows={found.people}
                  rowKey={(one) => one.personId}
                />
                {more(found.people.length, found.total)}
                <Text size="sm">{t('exchange.least', { saving: money(found.saving) })}</Text>
              </>
            )}
            {found.totalBesideWage > 0 && (
              <>
                <Title order={3}>{t('exchange.besideWage')}</Title>
                <Text size="sm" maw="44rem">
                  {t('exchange.besideWageAbout')}
                </Text>
                <Table
                  caption={t('exchange.besideWage')}
                  columns={besideWage}
                  rows={found.besideWage}
                  rowKey={(one) => one.personId}
                />
                {more(found.besideWage.length, found.totalBesideWage)}
              </>
            )}
            {found.total + found.totalBesideWage > 0 && (
              <Button
                component="a"
                href={`/api/funding/double.csv?${new URLSearchParams({ month })}`}
                download
                variant="default"
                style={{ alignSelf: 'flex-start' }}
              >
                {t('coverage.csv')}
              </Button>
            )}
            {found.employed.length > 0 && (
              <Text size="sm">{t('exchange.employed', { people: found.employed.length })}</Text>
            )}
          </Stack>
        )}
      </Loaded>
    </section>
  );
}
