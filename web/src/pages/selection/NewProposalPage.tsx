import { Button, Group, NativeSelect, NumberInput, Paper, SimpleGrid, Stack, Text } from '@mantine/core';
import { monthOf } from '@payung/kernel';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { type Agreement, createProposal, getArea, listAgreements } from '../../app/api.ts';
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
import { useMyArea } from '../coverage/my-area.ts';
import { costOf, costText, isInForce } from './words.ts';

/** Whoever holds no area of their own chooses from the province down. */
const province = '5300000000';

/** Begins the proposal of a village. */
export function NewProposalPage() {
  const { t } = useLanguage();
  const query = useQuery({ queryKey: ['agreements'], queryFn: listAgreements });
  return (
    <>
      <PageHead title={t('usulan.new')} />
      <Loaded query={query}>
        {({ agreements }) => {
          const usable = agreements.filter(({ segment, stage }) => segment === 'BPU' && stage !== 'ended');
          return usable.length === 0 ? (
            <Empty what={t('usulan.noAgreements')}>{t('usulan.noAgreementsNext')}</Empty>
          ) : (
            <ProposalForm agreements={usable} />
          );
        }}
      </Loaded>
    </>
  );
}

function ProposalForm(props: { readonly agreements: readonly Agreement[] }) {
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
  const [agreementId, setAgreementId] = useState(() => likeliest(props.agreements, { from, to }));
  const [quota, setQuota] = useState<number>(20);
  const agreement = props.agreements.find((one) => one.agreementId === agreementId);
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
    if (isVillage) beginning.mutate({ area, agreementId, from, to, quota });
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
          <NativeSelect
            label={t('usulan.agreement')}
            required
            value={agreementId}
            onChange={(event) => setAgreementId(event.currentTarget.value)}
            data={props.agreements.map((one) => ({
              value: one.agreementId,
              label: isInForce(one, { from, to })
                ? `${one.number} · ${one.fund.name}`
                : t('usulan.notInForce', { agreement: `${one.number} · ${one.fund.name}` }),
              disabled: !isInForce(one, { from, to }),
            }))}
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
function likeliest(agreements: readonly Agreement[], months: Parameters<typeof isInForce>[1]): string {
  const inForce = agreements.filter((one) => isInForce(one, months));
  const one = inForce.find(({ group }) => group === 'vulnerable') ?? inForce[0] ?? agreements[0];
  return one?.agreementId ?? '';
}
