import { Button, Checkbox, Group, Paper, Stack, Text, TextInput, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { importStatement, listPayments, type Payment } from '../../app/api.ts';
import { useLanguage } from '../../app/language.tsx';
import { useMay } from '../../app/session.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { FileDrop } from '../../ui/FileDrop.tsx';
import { useFormats } from '../../ui/format.ts';
import { Go } from '../../ui/Go.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import { Pages } from '../../ui/Pages.tsx';
import { ProblemBox } from '../../ui/ProblemBox.tsx';
import { firstPage, type PagePlace } from '../../ui/page-place.ts';
import { type Column, Table } from '../../ui/Table.tsx';

/** The money that came in, and the import of a statement. */
export function PaymentsPage() {
  const { t } = useLanguage();
  const may = useMay();
  return (
    <>
      <PageHead title={t('nav.payments')} />
      <Stack gap="lg">
        {may('payments.import') && <ImportForm />}
        <PaymentList />
      </Stack>
    </>
  );
}

function ImportForm() {
  const { t } = useLanguage();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [file, setFile] = useState<File>();
  const [missing, setMissing] = useState(false);
  const importing = useMutation({
    mutationFn: importStatement,
    onSuccess: async ({ statementId }) => {
      // A payment changes bills, cover and coverage.
      await queries.invalidateQueries();
      await navigate({ to: '/pembayaran/$id', params: { id: statementId } });
    },
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setMissing(file === undefined);
    if (file === undefined) return;
    importing.mutate({ file, account: String(new FormData(event.currentTarget).get('account')).trim() });
  };
  return (
    <Paper p="lg" maw="44rem">
      <Title order={2} mb="xs">
        {t('payments.import')}
      </Title>
      <form onSubmit={submit}>
        <Stack>
          <Text size="sm" c="dimmed">
            {t('payments.about')}
          </Text>
          <TextInput
            label={t('payments.account')}
            description={t('payments.accountHint')}
            name="account"
            required
            autoComplete="off"
          />
          <FileDrop
            label={t('payments.file')}
            hint={t('payments.fileHint')}
            accept=".csv,text/csv"
            file={file}
            onFile={(chosen) => {
              setFile(chosen);
              setMissing(false);
            }}
          />
          {missing && (
            <Text c="red.9" size="sm" role="alert">
              {t('payments.fileMissing')}
            </Text>
          )}
          <ProblemBox error={importing.error} />
          <Group>
            <Button type="submit" loading={importing.isPending}>
              {t('payments.submit')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Paper>
  );
}

function PaymentList() {
  const { t } = useLanguage();
  const format = useFormats();
  const [place, setPlace] = useState<PagePlace<string>>(firstPage);
  const [unallocated, setUnallocated] = useState(false);
  const filter = { after: place.after, unallocated: unallocated ? ('true' as const) : undefined };
  const query = useQuery({ queryKey: ['payments', filter], queryFn: () => listPayments(filter) });
  const columns: Column<Payment>[] = [
    {
      key: 'ref',
      label: t('payments.ref'),
      cell: (one) => (
        <Go to="/pembayaran/$id" params={{ id: one.statementId }}>
          {one.externalRef}
        </Go>
      ),
    },
    { key: 'day', label: t('payments.paidOn'), cell: (one) => format.day(one.paidOn) },
    { key: 'amount', label: t('payments.amount'), number: true, cell: (one) => format.money(one.amount) },
    {
      key: 'bill',
      label: t('payments.bill'),
      cell: (one) =>
        one.billId === null ? (
          (one.billNumber ?? t('payments.noBill'))
        ) : (
          <Go to="/tagihan/$id" params={{ id: one.billId }} className="one-line">
            {one.billNumber ?? t('payments.bill')}
          </Go>
        ),
    },
    {
      key: 'unallocated',
      label: t('payments.unallocated'),
      number: true,
      cell: (one) => format.money(one.unallocated),
    },
    { key: 'description', label: t('payments.description'), cell: (one) => one.description },
  ];
  return (
    <section>
      <Group justify="space-between" mb="xs">
        <Title order={2}>{t('payments.list')}</Title>
        <Checkbox
          label={t('payments.onlyUnallocated')}
          checked={unallocated}
          onChange={(event) => {
            setUnallocated(event.currentTarget.checked);
            setPlace(firstPage);
          }}
        />
      </Group>
      <Loaded query={query}>
        {({ payments, next }) =>
          payments.length === 0 ? (
            <Empty what={t('payments.none')}>{t('payments.noneNext')}</Empty>
          ) : (
            <>
              <Table
                caption={t('payments.list')}
                columns={columns}
                rows={payments}
                rowKey={(one) => one.paymentId}
              />
              <Pages place={place} next={next} onPlace={setPlace} />
            </>
          )
        }
      </Loaded>
    </section>
  );
}
