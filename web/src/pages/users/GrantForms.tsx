import { Button, NativeSelect, Paper, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { addDays, parseDay } from '@payung/kernel';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { createUser, grantRole, type NewGrant, type Partner } from '../../app/api.ts';
import { useLanguage } from '../../app/language.tsx';
import { roles, roleText } from '../../app/role.ts';
import { useToday } from '../../app/session.tsx';
import { chosenOf } from '../../ui/chosen.ts';
import { DayField } from '../../ui/DayField.tsx';
import { ProblemBox } from '../../ui/ProblemBox.tsx';
import { SearchChooser } from '../../ui/SearchChooser.tsx';
import { partnersAround } from '../../ui/searched.ts';
import { OneTimePassword } from './OneTimePassword.tsx';

/** The grant that a form asks for: for a partner when one is chosen, else for an area. */
export function grantIn(form: FormData): NewGrant {
  const text = (name: string) => String(form.get(name) ?? '').trim();
  const last = parseDay(text('last'));
  return {
    role: chosenOf(roles, form.get('role')),
    ...(text('partnerId') === '' ? { area: text('area') } : { partnerId: text('partnerId') }),
    from: text('from'),
    // People write the last day; the register keeps the first day after.
    ...(last !== undefined && { until: addDays(last, 1) }),
  };
}

/** Makes an account with its first role. */
export function AddUser() {
  const { t } = useLanguage();
  const queries = useQueryClient();
  const making = useMutation({
    mutationFn: createUser,
    onSuccess: () => queries.invalidateQueries({ queryKey: ['users'] }),
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    making.mutate({
      email: String(form.get('email')).trim(),
      name: String(form.get('name')).trim(),
      grant: grantIn(form),
    });
  };
  return (
    <Paper>
      <details className="opener">
        <summary>{t('users.new')}</summary>
        <form onSubmit={submit}>
          <Stack maw="44rem">
            <SimpleGrid cols={{ base: 1, sm: 2 }}>
              <TextInput label={t('signIn.email')} name="email" type="email" required autoComplete="off" />
              <TextInput
                label={t('users.name')}
                name="name"
                required
                minLength={2}
                maxLength={200}
                autoComplete="off"
              />
            </SimpleGrid>
            <GrantFields />
            <ProblemBox error={making.error} />
            {making.data !== undefined && <OneTimePassword password={making.data.oneTimePassword} />}
            <Button type="submit" variant="light" loading={making.isPending}>
              {t('users.save')}
            </Button>
          </Stack>
        </form>
      </details>
    </Paper>
  );
}

/** Gives a user a further role. */
export function AddGrant(props: { readonly userId: string }) {
  const { t } = useLanguage();
  const queries = useQueryClient();
  const giving = useMutation({
    mutationFn: (grant: NewGrant) => grantRole(props.userId, grant),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['users'] }),
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    giving.mutate(grantIn(new FormData(event.currentTarget)));
  };
  return (
    <details className="opener">
      <summary>{t('users.addGrant')}</summary>
      <form onSubmit={submit} style={{ textAlign: 'left' }}>
        <Stack>
          <GrantFields />
          <ProblemBox error={giving.error} />
          <Button type="submit" size="xs" variant="light" loading={giving.isPending}>
            {t('users.give')}
          </Button>
        </Stack>
      </form>
    </details>
  );
}

function GrantFields() {
  const { t } = useLanguage();
  const today = useToday();
  const [partner, setPartner] = useState<Partner>();
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }}>
      <NativeSelect
        label={t('users.role')}
        name="role"
        data={roles.map((value) => ({ value, label: roleText(t, value) }))}
      />
      <SearchChooser
        label={t('users.partner')}
        description={t('users.partnerHint')}
        name="partnerId"
        of={partnersAround()}
        chosen={partner}
        onChoose={setPartner}
      />
      <TextInput
        label={t('area.code')}
        description={t('area.codeHint')}
        name="area"
        required={partner === undefined}
        disabled={partner !== undefined}
      />
      <DayField label={t('agreements.from')} name="from" defaultValue={today} required />
      <DayField label={t('agreements.last')} description={t('agreements.lastHint')} name="last" />
    </SimpleGrid>
  );
}
