import { Button, NativeSelect, Paper, Stack, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { createFund, createPartner, getArea, type Partner, type PartnerKind } from '../../app/api.ts';
import { useLanguage } from '../../app/language.tsx';
import { useToday } from '../../app/session.tsx';
import { codesOf } from '../../messages/index.ts';
import { chosenOf } from '../../ui/chosen.ts';
import { ProblemBox } from '../../ui/ProblemBox.tsx';
import { SearchChooser } from '../../ui/SearchChooser.tsx';
import { partnersAround } from '../../ui/searched.ts';
import { fundKinds } from './words.ts';

const partnerKinds = codesOf('partnerKind') satisfies readonly PartnerKind[];

/** Records an organisation, when it is not in the list yet. */
export function NewPartner() {
  const { t } = useLanguage();
  const queries = useQueryClient();
  const making = useMutation({
    mutationFn: async (input: { kind: PartnerKind; name: string; place: string }) => {
      // The code is looked up first, so that dots and short forms are understood as everywhere else.
      const { area } = await getArea(input.place);
      return createPartner({ kind: input.kind, name: input.name, area: area.code });
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: ['partners'] }),
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    making.mutate({
      kind: chosenOf(partnerKinds, form.get('kind')),
      name: String(form.get('name')).trim(),
      place: String(form.get('place')).trim(),
    });
  };
  return (
    <Paper>
      <details className="opener">
        <summary>{t('partners.new')}</summary>
        <form onSubmit={submit}>
          <Stack maw="28rem">
            <NativeSelect
              label={t('partners.kind')}
              name="kind"
              data={partnerKinds.map((value) => ({ value, label: t(`partnerKind.${value}`) }))}
            />
            <TextInput label={t('partners.name')} name="name" required minLength={3} maxLength={200} />
            <TextInput label={t('area.code')} description={t('area.codeHint')} name="place" required />
            <ProblemBox error={making.error} />
            {making.data !== undefined && <output>{t('partners.made', { name: making.data.name })}</output>}
            <Button type="submit" variant="light" loading={making.isPending}>
              {t('partners.save')}
            </Button>
          </Stack>
        </form>
      </details>
    </Paper>
  );
}

/** Records a purse of a partner for a year, when it is not in the list yet. */
export function NewFund() {
  const { t } = useLanguage();
  const today = useToday();
  const queries = useQueryClient();
  const [partner, setPartner] = useState<Partner>();
  const making = useMutation({
    mutationFn: createFund,
    onSuccess: () => queries.invalidateQueries({ queryKey: ['funds'] }),
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    if (partner === undefined) return;
    making.mutate({
      kind: chosenOf(fundKinds, form.get('kind')),
      name: String(form.get('name')).trim(),
      partnerId: partner.partnerId,
      area: partner.area,
      year: Number(form.get('year')),
    });
  };
  return (
    <Paper>
      <details className="opener">
        <summary>{t('funds.new')}</summary>
        <form onSubmit={submit}>
          <Stack maw="28rem">
            <SearchChooser
              label={t('agreements.partner')}
              required
              of={partnersAround()}
              chosen={partner}
              onChoose={setPartner}
            />
            <NativeSelect
              label={t('funds.kind')}
              name="kind"
              data={fundKinds.map((value) => ({ value, label: t(`fundKind.${value}`) }))}
            />
            <TextInput label={t('funds.name')} name="name" required minLength={3} maxLength={200} />
            <TextInput
              label={t('funds.year')}
              name="year"
              inputMode="numeric"
              pattern="20[1-9][0-9]"
              required
              defaultValue={today.slice(0, 4)}
            />
            <ProblemBox error={making.error} />
            {making.data !== undefined && <output>{t('funds.made', { name: making.data.name })}</output>}
            <Button type="submit" variant="light" loading={making.isPending}>
              {t('funds.save')}
            </Button>
          </Stack>
        </form>
      </details>
    </Paper>
  );
}
