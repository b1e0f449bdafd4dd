import { Button, Divider, NavLink, Stack, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { createLink, type LinkProps } from '@tanstack/react-router';
import type { MessageKey } from '../messages/index.ts';
import { ProblemBox } from '../ui/ProblemBox.tsx';
import type { Permission } from './api.ts';
import { GrantText } from './GrantText.tsx';
import { useLanguage } from './language.tsx';
import { forgetUser, useMay, useSession } from './session.tsx';
import { signOut } from './sign-in.ts';

const NavGo = createLink(NavLink<'a'>);

interface Entry {
  readonly to: Exclude<LinkProps['to'], undefined>;
  readonly text: Extract<MessageKey, `nav.${string}`>;
  /** Null: for everybody who is signed in; public: for everybody. */
  readonly permission: Permission | 'public' | null;
}

const entries: readonly Entry[] = [
  { to: '/', text: 'nav.home', permission: null },
  { to: '/daftar', text: 'nav.rosters', permission: 'rosters.read' },
  { to: '/perjanjian', text: 'nav.agreements', permission: 'agreements.read' },
  { to: '/tagihan', text: 'nav.bills', permission: 'billing.read' },
  { to: '/pembayaran', text: 'nav.payments', permission: 'billing.read' },
  { to: '/orang', text: 'nav.people', permission: 'people.read' },
  { to: '/mitra', text: 'nav.partners', permission: 'members.list' },
  { to: '/perangkat', text: 'nav.offices', permission: 'offices.read' },
  { to: '/pencari-kerja', text: 'nav.seekers', permission: 'seekers.read' },
  { to: '/cakupan', text: 'nav.coverage', permission: 'coverage.read' },
  { to: '/pendaftaran', text: 'nav.registration', permission: 'registration.read' },
  { to: '/bpjs', text: 'nav.exchange', permission: 'members.compare' },
  { to: '/usulan', text: 'nav.selection', permission: 'selection.read' },
  { to: '/pengguna', text: 'nav.users', permission: 'users.manage' },
  { to: '/audit', text: 'nav.audit', permission: 'audit.read' },
  { to: '/simulasi', text: 'nav.simulation', permission: 'public' },
  { to: '/aturan', text: 'nav.law', permission: 'public' },
];

/** The pages that need no account. */
export const publicPages: readonly Pick<Entry, 'to' | 'text'>[] = entries.filter(
  ({ permission }) => permission === 'public',
);

/** The pages the user may open, who is signed in, and the way out. */
export function Navigation(props: { readonly onGo: () => void }) {
  const { t } = useLanguage();
  const session = useSession();
  const may = useMay();
  const queries = useQueryClient();
  const leave = useMutation({
    mutationFn: signOut,
    onSuccess: () => {
      forgetUser(queries);
      queries.setQueryData(['session'], null);
    },
  });
  return (
    <Stack justify="space-between" h="100%" gap="xs">
      <PageLinks
        of={entries.filter(
          ({ permission }) => permission === null || permission === 'public' || may(permission),
        )}
        onGo={props.onGo}
      />
      <Stack gap={6} px="xs" pb="xs">
        <Divider />
        <Text size="sm" fw={600} style={{ overflowWrap: 'anywhere' }}>
          {session.name}
        </Text>
        {session.grants.map((grant) => (
          <Text key={`${grant.role} ${grant.area} ${grant.partnerId}`} size="xs" c="dimmed">
            <GrantText grant={grant} />
          </Text>
        ))}
        <NavGo
          to="/akun"
          label={t('nav.account')}
          onClick={props.onGo}
          activeProps={{ active: true }}
          px={0}
        />
        <ProblemBox error={leave.error} />
        <Button variant="default" size="xs" loading={leave.isPending} onClick={() => leave.mutate()}>
          {t('nav.signOut')}
        </Button>
      </Stack>
    </Stack>
  );
}

/** The pages that need no account, and the way in. */
export function VisitorNavigation(props: { readonly onGo: () => void }) {
  return <PageLinks of={[...publicPages, { to: '/', text: 'nav.signIn' }]} onGo={props.onGo} />;
}

function PageLinks(props: { readonly of: readonly Pick<Entry, 'to' | 'text'>[]; readonly onGo: () => void }) {
  const { t } = useLanguage();
  return (
    <nav aria-label={t('app.pages')}>
      {props.of.map(({ to, text }) => (
        <NavGo
          key={to}
          to={to}
          label={t(text)}
          onClick={props.onGo}
          activeOptions={{ exact: to === '/', includeSearch: false }}
          activeProps={{ active: true }}
          style={{ borderRadius: 6 }}
        />
      ))}
    </nav>
  );
}
