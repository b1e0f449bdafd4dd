import {
  Button,
  Checkbox,
  Group,
  NativeSelect,
  Paper,
  SimpleGrid,
  Stack,
  Text,
  TextInput,
} from '@mantine/core';
import { addDays, parseDay, rupiah } from '@payung/kernel';
import type { BpuProgramme } from '@payung/law';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { createAgreement, type Fund, type Partner } from '../../app/api.ts';
import { useLanguage } from '../../app/language.tsx';
import { useToday } from '../../app/session.tsx';
import { chosenOf } from '../../ui/chosen.ts';
import { DayField } from '../../ui/DayField.tsx';
import { useFormats } from '../../ui/format.ts';
import { PageHead } from '../../ui/PageHead.tsx';
import { ProblemBox } from '../../ui/ProblemBox.tsx';
import { SearchChooser } from '../../ui/SearchChooser.tsx';
import { fundsFor, partnersAround } from '../../ui/searched.ts';
import { contributionOf } from './contribution.ts';
import { NewFund, NewPartner } from './NewPartner.tsx';
import { groups, groupText, payerText } from './words.ts';

/** Records an agreement as a draft. */
export function NewAgreementPage() {
  const { t } = useLanguage();
  return (
    <>
      <PageHead title={t('agreements.new')} />
      <AgreementForm />
    </>
  );
}

function AgreementForm() {
  const { t } = useLanguage();
  const format = useFormats();
  const today = useToday();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [partner, setPartner] = useState<Partner>();
  const [fund, setFund] = useState<Fund>();
  const [income, setIncome] = useState('1000000');
  const [withJht, setWithJht] = useState(false);
  const programmes: BpuProgramme[] = withJht ? ['JKK', 'JKM', 'JHT'] : ['JKK', 'JKM'];
  const declared = /^\d{1,12}$/.test(income) ? rupiah(Number(income)) : undefined;
  const preview =
    fund === undefined || declared === undefined
      ? undefined
      : contributionOf({ income: declared, sector: 'other', programmes, fund }, today);
  const making = useMutation({
    mutationFn: createAgreement,
    onSuccess: async ({ id }) => {
      await queries.invalidateQueries({ queryKey: ['agreements'] });
      await navigate({ to: '/perjanjian/$id', params: { id } });
    },
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const text = (name: string) => String(form.get(name)).trim();
    if (partner === undefined || fund === undefined || declared === undefined) return;
    const last = parseDay(text('last'));
    making.mutate({
      partnerId: partner.partnerId,
      area: partner.area,
      kind: text('kind') === 'MoU' ? 'MoU' : 'PKS',
      number: text('number'),
      title: text('title'),
      segment: 'BPU',
      group: chosenOf(groups, form.get('group')),
      sector: text('sector') === 'transport' ? 'transport' : 'other',
      programmes,
      income: declared,
      fundId: fund.fundId,
      from: text('from'),
      // People write the last day; the register keeps the first day after.
      until: last === undefined ? null : addDays(last, 1),
    });
  };
  return (
    <Stack maw="52rem">
      <Paper p="lg">
        <form onSubmit={submit}>
          <Stack>
            <SimpleGrid cols={{ base: 1, sm: 2 }}>
              <SearchChooser
                label={t('agreements.partner')}
                required
                of={partnersAround()}
                chosen={partner}
                onChoose={(one) => {
                  setPartner(one);
                  // What may pay for one place need not pay for another.
                  if (one !== undefined && one.area !== partner?.area) setFund(undefined);
                }}
              />
              <SearchChooser
                label={t('agreements.fund')}
                required
                of={fundsFor(partner?.area)}
                nothing={t('agreements.noFund')}
                chosen={fund}
                onChoose={setFund}
              />
              <NativeSelect
                label={t('agreements.kind')}
                name="kind"
                data={[
                  { value: 'PKS', label: t('agreementKind.PKS') },
                  { value: 'MoU', label: t('agreementKind.MoU') },
                ]}
              />
              <TextInput label={t('agreements.number')} name="number" required maxLength={100} />
            </SimpleGrid>
            <TextInput label={t('agreements.about')} name="title" required minLength={3} maxLength={300} />
            <SimpleGrid cols={{ base: 1, sm: 2 }}>
              <NativeSelect
                label={t('agreements.group')}
                name="group"
                data={groups.map((value) => ({ value, label: groupText(t, value) }))}
              />
              <NativeSelect
                label={t('agreements.sector')}
                name="sector"
                data={[
                  { value: 'other', label: t('sector.other') },
                  { value: 'transport', label: t('sector.transport') },
                ]}
              />
              <TextInput
                label={t('agreements.income')}
                description={t('agreements.incomeHint')}
                name="income"
                inputMode="numeric"
                pattern="[0-9]{1,12}"
                required
                value={income}
                onChange={(event) => setIncome(event.currentTarget.value)}
              />
              <Checkbox
                label={t('agreements.withJht')}
                checked={withJht}
                onChange={(event) => setWithJht(event.currentTarget.checked)}
                mt="lg"
              />
              <DayField label={t('agreements.from')} name="from" required defaultValue={today} />
              <DayField label={t('agreements.last')} description={t('agreements.lastHint')} name="last" />
            </SimpleGrid>
            {fund !== undefined && preview !== undefined && (
              <Text>
                {t('agreements.preview', {
                  amount: format.money(preview.value.total),
                  payer: payerText(t, fund),
                })}
              </Text>
            )}
            <ProblemBox error={making.error} />
            <Group>
              <Button type="submit" loading={making.isPending}>
                {t('agreements.save')}
              </Button>
            </Group>
          </Stack>
        </form>
      </Paper>
      <NewPartner />
      <NewFund />
    </Stack>
  );
}
