import { Button, Paper, SimpleGrid, Stack, Text } from '@mantine/core';
import { firstDay, monthOf, parseMonth } from '@payung/kernel';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { type Agreement, runBilling } from '../../app/api.ts';
import { useLanguage } from '../../app/language.tsx';
import { useToday } from '../../app/session.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { useFormats } from '../../ui/format.ts';
import { Go } from '../../ui/Go.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { MonthSelect } from '../../ui/MonthSelect.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import { ProblemBox } from '../../ui/ProblemBox.tsx';
import { SearchChooser, useFirstFound } from '../../ui/SearchChooser.tsx';
import { useAgreements, useAskedAgreement } from '../../ui/searched.ts';
import { contributionOf } from '../agreements/contribution.ts';

const route = getRouteApi('/tagihan/baru');

/** Bills an agreement for a month or a run of months. */
export function RunBillingPage() {
  const { t } = useLanguage();
  const agreements = useFirstFound(useAgreements({ open: false }));
  const asked = useAskedAgreement(route.useSearch().perjanjian);
  return (
    <>
      <PageHead title={t('bills.submit')} />
      <Loaded query={agreements}>
        {({ found }) =>
          found.length === 0 ? (
            <Empty what={t('agreements.none')}>
              <Go to="/perjanjian">{t('agreements.noneNext')}</Go>
            </Empty>
          ) : (
            <Loaded query={asked}>{(one) => <BillingForm asked={one} />}</Loaded>
          )
        }
      </Loaded>
    </>
  );
}

function BillingForm(props: { readonly asked: Agreement | null }) {
  const { t } = useLanguage();
  const format = useFormats();
  const today = useToday();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [agreement, setAgreement] = useState(props.asked ?? undefined);
  const [from, setFrom] = useState<string>(monthOf(today));
  const [to, setTo] = useState<string>(monthOf(today));
  const billing = useMutation({
    mutationFn: runBilling,
    onSuccess: async ({ billId }) => {
      await queries.invalidateQueries({ queryKey: ['bills'] });
      await navigate({ to: '/tagihan/$id', params: { id: billId } });
    },
  });
  const month = parseMonth(from);
  const each =
    agreement === undefined || month === undefined ? undefined : contributionOf(agreement, firstDay(month));
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (agreement === undefined) return;
    billing.mutate({ agreementId: agreement.agreementId, from, to: to < from ? from : to });
  };
  return (
    <Paper p="lg" maw="40rem">
      <form onSubmit={submit}>
        <Stack>
          <Text size="sm" c="dimmed">
            {t('bills.runAbout')}
          </Text>
          <SearchChooser
            label={t('send.agreement')}
            required
            of={useAgreements({ open: false })}
            chosen={agreement}
            onChoose={setAgreement}
          />
          <SimpleGrid cols={{ base: 1, xs: 2 }}>
            <MonthSelect label={t('bills.from')} value={from} onChange={setFrom} ahead={12} />
            <MonthSelect label={t('bills.to')} value={to < from ? from : to} onChange={setTo} ahead={12} />
          </SimpleGrid>
          {each !== undefined && (
            <Text>
              {t('bills.each', { amount: format.money(each.value.total), month: format.month(from) })}
            </Text>
          )}
          <ProblemBox error={billing.error} />
          <Button type="submit" loading={billing.isPending}>
            {t('bills.submit')}
          </Button>
        </Stack>
      </form>
    </Paper>
  );
}
