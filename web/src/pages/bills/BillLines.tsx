import { Group, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type Bill, type BillLine, listBillLines } from '../../app/api.ts';
import { useLanguage } from '../../app/language.tsx';
import { useFormats } from '../../ui/format.ts';
import { Loaded } from '../../ui/Loaded.tsx';
import { Pages } from '../../ui/Pages.tsx';
import { firstPage, type PagePlace } from '../../ui/page-place.ts';
import { type Column, Table } from '../../ui/Table.tsx';
import { Exports } from '../partners/Exports.tsx';

/** Whom a bill asks for, by name, each with decree and annex number. */
export function BillLines(props: { readonly bill: Bill }) {
  const { bill } = props;
  const { t } = useLanguage();
  const format = useFormats();
  const [place, setPlace] = useState<PagePlace<string>>(firstPage);
  const filter = place.after === undefined ? {} : { after: place.after };
  const query = useQuery({
    queryKey: ['bill-lines', bill.billId, filter],
    queryFn: () => listBillLines(bill.billId, filter),
  });
  const columns = (lines: readonly BillLine[]): Column<BillLine>[] => [
    { key: 'name', label: t('rows.name'), cell: (one) => one.name ?? t('bills.movedAway') },
    ...(bill.from === bill.to
      ? []
      : [{ key: 'month', label: t('bills.month'), cell: (one: BillLine) => format.month(one.month) }]),
    { key: 'village', label: t('rows.village'), cell: (one) => one.villageName },
    {
      key: 'decree',
      label: t('bills.decree'),
      cell: (one) => (one.decree === null ? '–' : `${one.decree.number}, ${format.day(one.decree.signedOn)}`),
    },
    {
      key: 'place',
      label: t('bills.annexPlace'),
      number: true,
      cell: (one) => (one.annexPlace === null ? '–' : format.count(one.annexPlace)),
    },
    { key: 'jkk', label: 'JKK', number: true, cell: (one) => format.money(one.jkk) },
    { key: 'jkm', label: 'JKM', number: true, cell: (one) => format.money(one.jkm) },
    ...(lines.some(({ jht }) => jht > 0)
      ? [{ key: 'jht', label: 'JHT', number: true, cell: (one: BillLine) => format.money(one.jht) }]
      : []),
    { key: 'amount', label: t('bills.amount'), number: true, cell: (one) => format.money(one.amount) },
  ];
  return (
    <section>
      <Group justify="space-between" mb="xs">
        <Title order={2}>{t('bills.whom')}</Title>
        <Group gap="xs" className="no-print">
          <Exports path={`/api/bills/${bill.billId}/lines/file`} query={{}} />
        </Group>
      </Group>
      <Loaded query={query}>
        {({ lines, next }) => (
          <>
            <Table
              caption={t('bills.whom')}
              columns={columns(lines)}
              rows={lines}
              rowKey={(one) => `${one.membershipId} ${one.month}`}
            />
            {next !== null && (
              <Text size="sm" c="dimmed" mt="xs">
                {t('bills.wholeList')}
              </Text>
            )}
            <div className="no-print">
              <Pages place={place} next={next} onPlace={setPlace} />
            </div>
          </>
        )}
      </Loaded>
    </section>
  );
}
