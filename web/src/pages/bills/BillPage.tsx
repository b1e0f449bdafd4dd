import { Button, Group, Paper, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import type { Result } from '@payung/law';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { type BillFile, getBill } from '../../app/api.ts';
import { useLanguage } from '../../app/language.tsx';
import { useMay, useToday } from '../../app/session.tsx';
import { Facts } from '../../ui/Facts.tsx';
import { useFormats } from '../../ui/format.ts';
import { Go, GoButton } from '../../ui/Go.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { MadeBy } from '../../ui/MadeBy.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import { Table } from '../../ui/Table.tsx';
import { TraceTree } from '../../ui/TraceTree.tsx';
import { BillDecrees } from './BillDecrees.tsx';
import { BillLines } from './BillLines.tsx';
import { BillMark } from './BillMark.tsx';
import { isLate, monthsText } from './bill-texts.ts';
import { CancelBill } from './CancelBill.tsx';

const route = getRouteApi('/tagihan/$id');

/** One bill: how much for how many, by village, why, and what was paid. */
export function BillPage() {
  const { id } = route.useParams();
  const query = useQuery({ queryKey: ['bill', id], queryFn: () => getBill(id) });
  return <Loaded query={query}>{(file) => <BillView file={file} />}</Loaded>;
}

function BillView(props: { readonly file: BillFile }) {
  const { bill, villages, reasons, payments } = props.file;
  const { t, language } = useLanguage();
  const format = useFormats();
  const may = useMay();
  const today = useToday();
  const queries = useQueryClient();
  const refresh = async () => {
    await queries.invalidateQueries();
  };
  const { cancelled } = bill;
  const severalMonths = bill.from !== bill.to;
  const sumOf = (programme: 'jkk' | 'jkm' | 'jht') =>
    villages.reduce((sum, village) => sum + village[programme], 0);
  return (
    <>
      <PageHead title={t('bills.title', { number: bill.number })}>
        <BillMark state={bill.state} />
        <Group className="no-print">
          <Button variant="default" onClick={() => window.print()}>
            {t('bills.print')}
          </Button>
          {may('payments.import') && bill.open > 0 && (
            <GoButton to="/pembayaran">{t('payments.import')}</GoButton>
          )}
          {may('billing.cancel') && bill.state === 'unpaid' && (
            <CancelBill bill={bill} onCancelled={refresh} />
          )}
        </Group>
      </PageHead>
      <Stack gap="lg">
        {cancelled !== null && (
          <Paper>
            <Text fw={600}>{t('cancelBill.done')}</Text>
            <Text size="sm">
              <MadeBy at={cancelled.at} by={cancelled.by} />
            </Text>
            <Text size="sm">{t('cancelBill.doneWhy', { why: cancelled.why })}</Text>
            <Text size="sm">{t('cancelBill.doneNext')}</Text>
            {may('billing.run') && (
              <GoButton to="/tagihan/baru" search={{ perjanjian: bill.agreementId }} mt="xs" variant="light">
                {t('bills.run')}
              </GoButton>
            )}
          </Paper>
        )}
        <SimpleGrid cols={{ base: 1, sm: 3 }}>
          <Amount label={t('bills.amount')} value={format.money(bill.amount)}>
            {t('bills.peopleMonths', { people: bill.people, months: monthsText(format, bill) })}
          </Amount>
          <Amount label={t('bills.paid')} value={format.money(bill.paid)} />
          <Amount label={t('bills.open')} value={format.money(bill.open)}>
            {cancelled !== null
              ? t('billState.cancelled')
              : bill.state === 'paid'
                ? t('bills.nothingOpen')
                : t(isLate(bill, today) ? 'bills.late' : 'bills.due', { day: format.day(bill.dueOn) })}
          </Amount>
        </SimpleGrid>
        <Facts
          of={[
            [
              t('bills.agreement'),
              <Go key="agreement" to="/perjanjian/$id" params={{ id: bill.agreementId }}>
                {bill.agreementNumber}
              </Go>,
            ],
            [t('agreements.partner'), `${bill.partnerName} · ${bill.areaName}`],
            [t('agreements.fund'), bill.fundName],
            [t('bills.issuedOn'), format.day(bill.issuedOn)],
            ...(cancelled === null
              ? [[t('bills.quote'), <strong key="quote">{bill.number}</strong>] as const]
              : []),
          ]}
        />
        <BillDecrees file={props.file} />
        <section>
          <Title order={2} mb="xs">
            {t('bills.villages')}
          </Title>
          <Table
            caption={t('bills.villages')}
            columns={[
              {
                key: 'village',
                label: t('rows.village'),
                cell: (one) => one.areaName,
                foot: t('coverage.sum'),
              },
              ...(severalMonths
                ? [
                    {
                      key: 'month',
                      label: t('bills.month'),
                      cell: (one: (typeof villages)[number]) => format.month(one.month),
                    },
                  ]
                : []),
              {
                key: 'people',
                label: t('bills.people'),
                number: true,
                cell: (one) => format.count(one.people),
                ...(!severalMonths && { foot: format.count(bill.people) }),
              },
              {
                key: 'jkk',
                label: 'JKK',
                number: true,
                cell: (one) => format.money(one.jkk),
                foot: format.money(sumOf('jkk')),
              },
              {
                key: 'jkm',
                label: 'JKM',
                number: true,
                cell: (one) => format.money(one.jkm),
                foot: format.money(sumOf('jkm')),
              },
              ...(villages.some(({ jht }) => jht > 0)
                ? [
                    {
                      key: 'jht',
                      label: 'JHT',
                      number: true,
                      cell: (one: (typeof villages)[number]) => format.money(one.jht),
                      foot: format.money(sumOf('jht')),
                    },
                  ]
                : []),
              {
                key: 'amount',
                label: t('bills.amount'),
                number: true,
                cell: (one) => format.money(one.amount),
                foot: format.money(bill.amount),
              },
            ]}
            rows={villages}
            rowKey={(one) => `${one.area} ${one.month}`}
          />
        </section>
        <section>
          <Title order={2} mb="xs">
            {t('bills.payments')}
          </Title>
          {payments.length === 0 ? (
            <Text c="dimmed">{t('bills.noPayments')}</Text>
          ) : (
            <Table
              caption={t('bills.payments')}
              columns={[
                {
                  key: 'day',
                  label: t('payments.paidOn'),
                  cell: (one) => (
                    <Go to="/pembayaran/$id" params={{ id: one.statementId }}>
                      {format.day(one.paidOn)}
                    </Go>
                  ),
                },
                {
                  key: 'amount',
                  label: t('payments.amount'),
                  number: true,
                  cell: (one) => format.money(one.amount),
                },
                {
                  key: 'settles',
                  label: t('payments.settles'),
                  number: true,
                  cell: (one) => format.money(one.settles),
                },
              ]}
              rows={payments}
              rowKey={(one) => one.paymentId}
            />
          )}
        </section>
        <section>
          <Title order={2} mb="xs">
            {t('bills.why')}
          </Title>
          <Text size="sm" c="dimmed">
            {t('bills.whyNote')}
          </Text>
          {reasons.map((one) => (
            <div key={one.hash}>
              <Text mt="sm" fw={600}>
                {t('bills.lines', { lines: one.lines, sum: format.money(one.amount) })}
              </Text>
              <TraceTree trace={one.tree as Result} language={language} />
            </div>
          ))}
        </section>
        {may('billing.lines') && <BillLines bill={bill} />}
      </Stack>
    </>
  );
}

function Amount(props: { readonly label: string; readonly value: string; readonly children?: string }) {
  return (
    <Paper>
      <Text size="sm" c="dimmed">
        {props.label}
      </Text>
      <div className="figure">{props.value}</div>
      {props.children !== undefined && <Text size="sm">{props.children}</Text>}
    </Paper>
  );
}
