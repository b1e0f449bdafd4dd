import { Button, Group, NumberInput, Paper, SimpleGrid, Stack, Text } from '@mantine/core';
import { monthOf } from '@payung/kernel';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { type Agreement, createProposal, getArea } from '../../app/api.ts';
import { useLanguage } from '../../app/language.tsx';
import { useToday } from '../../app/session.tsx';
import { AreaChooser } from '../../ui/AreaChooser.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { Facts } from '../../ui/Facts.tsx';
import { useFormats } from '../../ui/format.ts';
import { Loaded } from '../../ui/Loaded.tsx';
import { MonthSelect } from '../../ui/MonthSelect.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import { ProblemBox } from '../../ui/ProblemBox.tsx';
import { SearchChooser, useFirstFound } from '../../ui/SearchChooser.tsx';
import { useAgreements } from '../../ui/searched.ts';
import { useMyArea } from '../coverage/my-area.ts';
import { costOf, costText, isInForce } from './words.ts';

/** Whoever holds no area of their own chooses from the province down. */
const province = '5300000000';

/** Begins the proposal of a village. */
export function NewProposalPage() {
  const { t } = useLanguage();
  const query = useFirstFound(useAgreements({ open: true }));
  return (
    <>
      <PageHead title={t('usulan.new')} />
      <Loaded query={query}>
        {({ found, more }) =>
          found.length === 0 ? (
            <Empty what={t('usulan.noAgreements')}>{t('usulan.noAgreementsNext')}</Empty>
          ) : (
            <ProposalForm known={more ? [] : found} />
          )
        }
      </Loaded>
    </>
  );
}

/** @param props.known the agreements from which one is proposed; empty when there are too many to guess */
function ProposalForm(props: { readonly known: readonly Agreement[] }) {
  const { t } = useLanguage();
  const format = useFormats();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const now = monthOf(useToday());
  const root = useMyArea() ?? province;
  const [area, setArea] = useState(root);
  const isVillage = Number(area) % 10_000 !== 0;
  const place = useQuery({ queryKey: ['area', area], queryFn: () => getArea(area) });
  const [from, setFrom] = useState<string>(now);
  const [to, setTo] = useState<string>(() => `${now.slice(0, 4)}-12`);
  const [agreement, setAgreement] = useState(() => likeliest(props.known, { from, to }));
  const [quota, setQuota] = useState<number>(20);
  const searched = useAgreements({ open: true });
  const cost = agreement === undefined ? undefined : costOf(agreement, { from, to }, quota);
  const beginning = useMutation({
    mutationFn: createProposal,
    onSuccess: async ({ id }) => {
      await queries.invalidateQueries({ queryKey: ['proposals'] });
      await navigate({ to: '/usulan/$id', params: { id } });
    },
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (!isVillage || agreement === undefined) return;
    beginning.mutate({ area, agreementId: agreement.agreementId, from, to, quota });
  };
  const begin = (month: string) => {
    setFrom(month);
    if (to < month) setTo(month);
  };
  return (
    <Paper p="lg" maw="44rem">
      <form onSubmit={submit}>
        <Stack>
          {Number(root) % 10_000 === 0 ? (
            <AreaChooser label={t('usulan.village')} root={root} value={area} onChange={setArea} />
          ) : (
            <Facts of={[[t('usulan.village'), place.data?.area.name ?? '']]} />
          )}
          {!isVillage && <Text size="sm">{t('usulan.chooseVillage')}</Text>}
          <SearchChooser
            label={t('usulan.agreement')}
            required
            of={{
              ...searched,
              textOf: (one) => {
                const text = `${one.number} · ${one.fund.name}`;
                return isInForce(one, { from, to }) ? text : t('usulan.notInForce', { agreement: text });
              },
              isBarred: (one) => !isInForce(one, { from, to }),
            }}
            chosen={agreement}
            onChoose={setAgreement}
          />
          <SimpleGrid cols={{ base: 1, sm: 3 }}>
            <MonthSelect label={t('usulan.from')} value={from} onChange={begin} back={3} ahead={13} />
            <MonthSelect label={t('usulan.to')} value={to} onChange={setTo} back={3} ahead={13} />
            <NumberInput
              label={t('usulan.quota')}
              description={t('usulan.quotaHint')}
              inputWrapperOrder={['label', 'input', 'description', 'error']}
              required
              min={1}
              max={100_000}
              allowDecimal={false}
              value={quota}
              onChange={(value) => setQuota(Number(value))}
            />
          </SimpleGrid>
          {cost !== undefined && <Text>{costText(t, format, quota, cost)}</Text>}
          <ProblemBox error={beginning.error} />
          <Group>
            <Button type="submit" loading={beginning.isPending} disabled={!isVillage}>
              {t('usulan.begin')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Paper>
  );
}

/** The agreement to begin with: one in force in these months, for vulnerable workers if there is one. */
function likeliest(
  agreements: readonly Agreement[],
  months: Parameters<typeof isInForce>[1],
): Agreement | undefined {
  const inForce = agreements.filter((one) => isInForce(one, months));
  return inForce.find(({ group }) => group === 'vulnerable') ?? inForce[0];
}
