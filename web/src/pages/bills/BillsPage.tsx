import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type Bill, listBills } from '../../app/api.ts';
import { useLanguage } from '../../app/language.tsx';
import { useMay, useToday } from '../../app/session.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { useFormats } from '../../ui/format.ts';
import { Go, GoButton } from '../../ui/Go.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import { Pages } from '../../ui/Pages.tsx';
import { firstPage, type PagePlace } from '../../ui/page-place.ts';
import { type Column, Table } from '../../ui/Table.tsx';
import { Exports } from '../partners/Exports.tsx';
import { BillMark } from './BillMark.tsx';
import { isLate, monthsText } from './bill-texts.ts';

/** What is owed, newest first. */
export function BillsPage() {
  const { t } = useLanguage();
  const format = useFormats();
  const may = useMay();
  const today = useToday();
  const [place, setPlace] = useState<PagePlace<string>>(firstPage);
  const filter = place.after === undefined ? {} : { after: place.after };
  const query = useQuery({ queryKey: ['bills', filter], queryFn: () => listBills(filter) });
  const columns: Column<Bill>[] = [
    {
      key: 'number',
      label: t('bills.number'),
      cell: (one) => (
        <Go to="/tagihan/$id" params={{ id: one.billId }} className="one-line">
          {one.number}
        </Go>
      ),
    },
    { key: 'partner', label: t('agreements.partner'), cell: (one) => `${one.partnerName}, ${one.areaName}` },
    { key: 'months', label: t('bills.months'), cell: (one) => monthsText(format, one) },
    { key: 'people', label: t('bills.people'), number: true, cell: (one) => format.count(one.people) },
    { key: 'amount', label: t('bills.amount'), number: true, cell: (one) => format.money(one.amount) },
    { key: 'open', label: t('bills.open'), number: true, cell: (one) => format.money(one.open) },
    { key: 'state', label: t('bills.state'), cell: (one) => <BillMark state={one.state} /> },
    {
      key: 'due',
      label: t('bills.dueOn'),
      cell: (one) => {
        if (one.cancelled !== null) return '–';
        const day = format.day(one.dueOn);
        return isLate(one, today) ? t('bills.late', { day }) : day;
      },
    },
  ];
  return (
    <>
      <PageHead title={t('nav.bills')}>
        <Exports path="/api/bills/file" query={{}} />
        {may('billing.run') && <GoButton to="/tagihan/baru">{t('bills.run')}</GoButton>}
      </PageHead>
      <Loaded query={query}>
        {({ bills, next }) =>
          bills.length === 0 ? (
            <Empty what={t('bills.none')}>{t('bills.noneNext')}</Empty>
          ) : (
            <>
              <Table caption={t('nav.bills')} columns={columns} rows={bills} rowKey={(one) => one.billId} />
              <Pages place={place} next={next} onPlace={setPlace} />
            </>
          )
        }
      </Loaded>
    </>
  );
}
