import { Anchor, Button, Paper, PasswordInput, Stack, Text, TextInput, Title } from '@mantine/core';
import { notifyManager, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { FormEvent } from 'react';
import { getSession } from '../../app/api.ts';
import { useLanguage } from '../../app/language.tsx';
import { disableSecondFactor, enableSecondFactor, hasSecondFactor, verifyCode } from '../../app/sign-in.ts';
import { Loaded } from '../../ui/Loaded.tsx';
import { ProblemBox } from '../../ui/ProblemBox.tsx';
import { secretIn } from './otpauth.ts';

/** The second factor: set up with an authenticator application, or taken away, with the password. */
export function SecondFactor() {
  const { t } = useLanguage();
  const query = useQuery({ queryKey: ['session', 'second-factor'], queryFn: hasSecondFactor });
  return (
    <Paper component="section">
      <Title order={2} mb="xs">
        {t('factor.title')}
      </Title>
      <Loaded query={query}>{(enabled) => (enabled ? <TakeAway /> : <SetUp />)}</Loaded>
    </Paper>
  );
}

/**
 * Asks again, once the second factor has changed, whether there is one and what is due, and takes over both answers at once:
 * otherwise the page would for a moment ask for what it says is done.
 */
function useChanged() {
  const queries = useQueryClient();
  return async () => {
    const [enabled, session] = await Promise.all([hasSecondFactor(), getSession()]);
    notifyManager.batch(() => {
      queries.setQueryData(['session', 'second-factor'], enabled);
      queries.setQueryData(['session'], session);
    });
    // What was closed until now may be open.
    await queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' });
  };
}

function SetUp() {
  const { t } = useLanguage();
  const begin = useMutation({ mutationFn: enableSecondFactor, gcTime: 0 });
  const confirm = useMutation({ mutationFn: verifyCode, onSuccess: useChanged() });
  if (begin.data === undefined) {
    return (
      <Stack>
        <Text size="sm">{t('factor.about')}</Text>
        <PasswordStep button={t('factor.begin')} step={begin} />
      </Stack>
    );
  }
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    confirm.mutate(String(new FormData(event.currentTarget).get('code')).replace(/\s/g, ''));
  };
  return (
    <Stack>
      <Text size="sm">
        {t('factor.secret')} <Anchor href={begin.data.totpURI}>{t('factor.link')}</Anchor>
      </Text>
      <div className="secret">{secretIn(begin.data.totpURI)}</div>
      <Text size="sm">{t('factor.backup')}</Text>
      <div className="secret">{begin.data.backupCodes.join('  ')}</div>
      <form onSubmit={submit}>
        <Stack>
          <TextInput
            label={t('signIn.code')}
            name="code"
            inputMode="numeric"
            pattern="[0-9 ]{6,7}"
            autoComplete="one-time-code"
            required
          />
          <ProblemBox error={confirm.error} />
          <Button type="submit" loading={confirm.isPending}>
            {t('factor.confirm')}
          </Button>
        </Stack>
      </form>
    </Stack>
  );
}

function TakeAway() {
  const { t } = useLanguage();
  const end = useMutation({ mutationFn: disableSecondFactor, onSuccess: useChanged() });
  return (
    <Stack>
      <Text size="sm">{t('factor.on')}</Text>
      <PasswordStep button={t('factor.end')} step={end} />
    </Stack>
  );
}

function PasswordStep(props: {
  readonly button: string;
  readonly step: {
    readonly mutate: (password: string) => void;
    readonly error: Error | null;
    readonly isPending: boolean;
  };
}) {
  const { t } = useLanguage();
  const { step } = props;
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    step.mutate(String(new FormData(event.currentTarget).get('password')));
  };
  return (
    <form onSubmit={submit}>
      <Stack>
        <PasswordInput
          label={t('signIn.password')}
          name="password"
          autoComplete="current-password"
          required
        />
        <ProblemBox error={step.error} />
        <Button type="submit" variant="light" loading={step.isPending}>
          {props.button}
        </Button>
      </Stack>
    </form>
  );
}
