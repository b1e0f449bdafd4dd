import { Button, Paper, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, Fragment, useState } from 'react';
import { useLanguage } from '../../app/language.tsx';
import { publicPages } from '../../app/Navigation.tsx';
import { forgetUser } from '../../app/session.tsx';
import { signIn, verifyBackupCode, verifyCode } from '../../app/sign-in.ts';
import { Go } from '../../ui/Go.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import { ProblemBox } from '../../ui/ProblemBox.tsx';

/** E-mail address and password, then the code of the authenticator when one is set up. */
export function SignInPage() {
  const { t } = useLanguage();
  const queries = useQueryClient();
  const [codeNeeded, setCodeNeeded] = useState(false);
  const enter = () => {
    forgetUser(queries);
    return queries.invalidateQueries({ queryKey: ['session'] });
  };
  return (
    <div className="narrow">
      <PageHead title={t('signIn.title')} />
      <Text c="dimmed" mb="md">
        {t('signIn.about')}
      </Text>
      <Paper p="lg">
        {codeNeeded ? (
          <CodeForm onDone={enter} onBack={() => setCodeNeeded(false)} />
        ) : (
          <PasswordForm onDone={async ({ codeNeeded: next }) => (next ? setCodeNeeded(true) : enter())} />
        )}
      </Paper>
      <Text size="sm" c="dimmed" mt="md">
        {t('signIn.noAccount')}
      </Text>
      <Text size="sm" mt="xs">
        {t('signIn.public')}{' '}
        {publicPages.map(({ to, text }, place) => (
          <Fragment key={to}>
            {place > 0 && ' · '}
            <Go to={to}>{t(text)}</Go>
          </Fragment>
        ))}
      </Text>
    </div>
  );
}

function PasswordForm(props: {
  /** The button waits for it. */
  readonly onDone: (answer: { readonly codeNeeded: boolean }) => Promise<void>;
}) {
  const { t } = useLanguage();
  const attempt = useMutation({ mutationFn: signIn, onSuccess: props.onDone });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    attempt.mutate({ email: String(form.get('email')).trim(), password: String(form.get('password')) });
  };
  return (
    <form onSubmit={submit}>
      <Stack>
        <TextInput label={t('signIn.email')} name="email" type="email" autoComplete="username" required />
        <PasswordInput
          label={t('signIn.password')}
          name="password"
          autoComplete="current-password"
          required
          visibilityToggleButtonProps={{ 'aria-label': t('signIn.show') }}
        />
        <ProblemBox error={attempt.error} />
        <Button type="submit" loading={attempt.isPending}>
          {t('signIn.enter')}
        </Button>
      </Stack>
    </form>
  );
}

function CodeForm(props: { readonly onDone: () => void; readonly onBack: () => void }) {
  const { t } = useLanguage();
  const attempt = useMutation({
    // Six digits come from the authenticator; anything else is a code kept for a lost telephone.
    mutationFn: (code: string) => (/^\d{6}$/.test(code) ? verifyCode(code) : verifyBackupCode(code)),
    onSuccess: props.onDone,
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    attempt.mutate(String(new FormData(event.currentTarget).get('code')).replace(/\s/g, ''));
  };
  return (
    <form onSubmit={submit}>
      <Stack>
        <TextInput
          label={t('signIn.code')}
          description={t('signIn.codeHint')}
          name="code"
          autoComplete="one-time-code"
          inputMode="text"
          required
          data-autofocus
        />
        <ProblemBox error={attempt.error} />
        <Button type="submit" loading={attempt.isPending}>
          {t('signIn.enter')}
        </Button>
        <Button variant="subtle" onClick={props.onBack}>
          {t('signIn.again')}
        </Button>
      </Stack>
    </form>
  );
}
