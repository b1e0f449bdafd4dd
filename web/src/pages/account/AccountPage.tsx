import { Button, Paper, PasswordInput, Stack, Text, Title } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { FormEvent } from 'react';
import { GrantText } from '../../app/GrantText.tsx';
import { useLanguage } from '../../app/language.tsx';
import { useSession } from '../../app/session.tsx';
import { changePassword } from '../../app/sign-in.ts';
import { PageHead } from '../../ui/PageHead.tsx';
import { ProblemBox } from '../../ui/ProblemBox.tsx';
import { SecondFactor } from './SecondFactor.tsx';

/** One's own roles, password and second factor. */
export function AccountPage() {
  const { t } = useLanguage();
  const session = useSession();
  return (
    <>
      <PageHead title={t('nav.account')} />
      <Stack maw="36rem">
        <Paper component="section">
          <Title order={2} mb="xs">
            {session.name}
          </Title>
          {session.grants.map((grant) => (
            <Text key={`${grant.role} ${grant.area} ${grant.partnerId}`}>
              <GrantText grant={grant} />
            </Text>
          ))}
          {session.grants.length === 0 && <Text c="dimmed">{t('account.noGrants')}</Text>}
        </Paper>
        <PasswordForm />
        <SecondFactor />
      </Stack>
    </>
  );
}

function PasswordForm() {
  const { t } = useLanguage();
  const queries = useQueryClient();
  const change = useMutation({
    mutationFn: changePassword,
    onSuccess: () => queries.invalidateQueries(),
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const fields = new FormData(form);
    change.mutate(
      { currentPassword: String(fields.get('current')), newPassword: String(fields.get('new')) },
      { onSuccess: () => form.reset() },
    );
  };
  return (
    <Paper component="section">
      <Title order={2} mb="xs">
        {t('account.password')}
      </Title>
      <form onSubmit={submit}>
        <Stack>
          <PasswordInput
            label={t('account.current')}
            name="current"
            autoComplete="current-password"
            required
          />
          <PasswordInput
            label={t('account.new')}
            description={t('account.newHint')}
            name="new"
            autoComplete="new-password"
            minLength={12}
            maxLength={128}
            required
          />
          <ProblemBox error={change.error} />
          {change.isSuccess && <output>{t('account.changed')}</output>}
          <Button type="submit" variant="light" loading={change.isPending}>
            {t('account.change')}
          </Button>
        </Stack>
      </form>
    </Paper>
  );
}
