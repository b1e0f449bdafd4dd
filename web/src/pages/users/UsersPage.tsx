import { Button, Group, Stack, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { endGrant, listUsers, removeSecondFactor, resetPassword, type User } from '../../app/api.ts';
import { GrantText } from '../../app/GrantText.tsx';
import { useLanguage } from '../../app/language.tsx';
import { useSession } from '../../app/session.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { useFormats } from '../../ui/format.ts';
import { Loaded } from '../../ui/Loaded.tsx';
import { Mark } from '../../ui/Mark.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import { ProblemBox } from '../../ui/ProblemBox.tsx';
import { type Column, Table } from '../../ui/Table.tsx';
import { AddGrant, AddUser } from './GrantForms.tsx';
import { OneTimePassword } from './OneTimePassword.tsx';

/** The accounts in the areas of an administrator, and what each may do. */
export function UsersPage() {
  const { t } = useLanguage();
  const query = useQuery({ queryKey: ['users'], queryFn: listUsers });
  return (
    <>
      <PageHead title={t('nav.users')} />
      <Stack gap="lg">
        <AddUser />
        <Loaded query={query}>
          {({ users }) =>
            users.length === 0 ? (
              <Empty what={t('users.none')}>{t('users.noneNext')}</Empty>
            ) : (
              <UserTable users={users} />
            )
          }
        </Loaded>
      </Stack>
    </>
  );
}

function UserTable(props: { readonly users: readonly User[] }) {
  const { t } = useLanguage();
  const columns: Column<User>[] = [
    {
      key: 'name',
      label: t('users.account'),
      cell: (one) => (
        <div>
          {one.name}
          <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
            {one.email}
          </Text>
        </div>
      ),
    },
    {
      key: 'factor',
      label: t('users.secondFactor'),
      cell: (one) =>
        one.secondFactor ? (
          <Mark tone="good">{t('users.factorOn')}</Mark>
        ) : (
          <Mark tone="wait">{t('users.factorOff')}</Mark>
        ),
    },
    { key: 'grants', label: t('users.grants'), cell: (one) => <Grants user={one} /> },
    { key: 'actions', label: t('users.actions'), cell: (one) => <Actions user={one} /> },
  ];
  return <Table caption={t('nav.users')} columns={columns} rows={props.users} rowKey={(one) => one.id} />;
}

function Grants(props: { readonly user: User }) {
  const { t } = useLanguage();
  const { userId } = useSession();
  const format = useFormats();
  const queries = useQueryClient();
  const ending = useMutation({
    mutationFn: endGrant,
    onSuccess: () => queries.invalidateQueries({ queryKey: ['users'] }),
  });
  return (
    <Stack gap={4}>
      {props.user.grants.map((grant) => (
        <Group key={grant.grantId} gap="xs" justify="space-between">
          <Text size="sm">
            <GrantText grant={grant} />{' '}
            <Text span size="sm" c="dimmed">
              {grant.until === null
                ? t('agreements.fromOn', { from: format.day(grant.from) })
                : t('agreements.fromUntil', {
                    from: format.day(grant.from),
                    until: format.lastBefore(grant.until),
                  })}
            </Text>
          </Text>
          {grant.until === null && props.user.id !== userId && (
            <Button
              size="compact-xs"
              variant="default"
              loading={ending.isPending}
              onClick={() => ending.mutate(grant.grantId)}
            >
              {t('users.end')}
            </Button>
          )}
        </Group>
      ))}
      <ProblemBox error={ending.error} />
      {props.user.id !== userId && <AddGrant userId={props.user.id} />}
    </Stack>
  );
}

function Actions(props: { readonly user: User }) {
  const { t } = useLanguage();
  const { userId } = useSession();
  const queries = useQueryClient();
  const refresh = () => queries.invalidateQueries({ queryKey: ['users'] });
  const reset = useMutation({ mutationFn: () => resetPassword(props.user.id), onSuccess: refresh });
  const forget = useMutation({ mutationFn: () => removeSecondFactor(props.user.id), onSuccess: refresh });
  // One's own password and second factor are changed on the account page.
  if (props.user.id === userId) return <Text size="sm">{t('users.yourself')}</Text>;
  return (
    <Stack gap={6} align="flex-start">
      <Button size="compact-sm" variant="default" loading={reset.isPending} onClick={() => reset.mutate()}>
        {t('users.resetPassword')}
      </Button>
      {props.user.secondFactor && (
        <Button
          size="compact-sm"
          variant="default"
          loading={forget.isPending}
          onClick={() => forget.mutate()}
        >
          {t('users.forgetFactor')}
        </Button>
      )}
      <ProblemBox error={reset.error ?? forget.error} />
      {reset.data !== undefined && <OneTimePassword password={reset.data.oneTimePassword} />}
    </Stack>
  );
}
