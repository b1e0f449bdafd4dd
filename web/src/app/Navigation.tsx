import { Box, Button, Divider, NavLink, Stack, Text } from '@mantine/core';
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

type MenuRoom = Extract<MessageKey, `nav.room.${string}`>;

interface Entry {
  readonly to: Exclude<LinkProps['to'], undefined>;
  readonly text: Exclude<Extract<MessageKey, `nav.${string}`>, MenuRoom>;
  /** Null: for everybody who is signed in; public: for everybody. */
  readonly permission: Permission | 'public' | null;
}

/** The pages in the order of the work: who is there, whose member they are, what is paid, and what it comes to. */
const rooms: readonly { readonly of: null | MenuRoom; readonly entries: readonly Entry[] }[] = [
  { of: null, entries: [{ to: '/', text: 'nav.home', permission: null }] },
  {
    of: 'nav.room.people',
    entries: [
      { to: '/daftar', text: 'nav.rosters', permission: 'rosters.read' },
      { to: '/usulan', text: 'nav.selection', permission: 'selection.read' },
      { to: '/orang', text: 'nav.people', permission: 'people.read' },
      { to: '/perangkat', text: 'nav.offices', permission: 'offices.read' },
      { to: '/pencari-kerja', text: 'nav.seekers', permission: 'seekers.read' },
    ],
  },
  {
    of: 'nav.room.members',
    entries: [
      { to: '/perjanjian', text: 'nav.agreements', permission: 'agreements.read' },
      { to: '/mitra', text: 'nav.partners', permission: 'members.list' },
      { to: '/pendaftaran', text: 'nav.registration', permission: 'registration.read' },
    ],
  },
  {
    of: 'nav.room.money',
    entries: [
      { to: '/tagihan', text: 'nav.bills', permission: 'billing.read' },
      { to: '/pembayaran', text: 'nav.payments', permission: 'billing.read' },
    ],
  },
  {
    of: 'nav.room.results',
    entries: [
      { to: '/bpjs', text: 'nav.exchange', permission: 'members.compare' },
      { to: '/cakupan', text: 'nav.coverage', permission: 'coverage.read' },
    ],
  },
  {
    of: 'nav.room.keeping',
    entries: [
      { to: '/pengguna', text: 'nav.users', permission: 'users.manage' },
      { to: '/audit', text: 'nav.audit', permission: 'audit.read' },
    ],
  },
  {
    of: 'nav.room.public',
    entries: [
      { to: '/mendaftar', text: 'nav.apply', permission: 'public' },
      { to: '/simulasi', text: 'nav.simulation', permission: 'public' },
      { to: '/aturan', text: 'nav.law', permission: 'public' },
    ],
  },
];

/** The pages that need no account. */
export const publicPages: readonly Pick<Entry, 'to' | 'text'>[] = rooms
  .flatMap(({ entries }) => entries)
  .filter(({ permission }) => permission === 'public');

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
      <nav aria-label={t('app.pages')}>
        {rooms.map((room) => {
          const open = room.entries.filter(
            ({ permission }) => permission === null || permission === 'public' || may(permission),
          );
          if (open.length === 0) return null;
          const links = <PageLinks of={open} onGo={props.onGo} />;
          if (room.of === null) return <div key="first">{links}</div>;
          return (
            <Box key={room.of} role="group" aria-labelledby={room.of} mt={6}>
              <Text id={room.of} size="xs" fw={600} c="dimmed" px="sm">
                {t(room.of)}
              </Text>
              {links}
            </Box>
          );
        })}
      </nav>
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
  const { t } = useLanguage();
  return (
    <nav aria-label={t('app.pages')}>
      <PageLinks of={[...publicPages, { to: '/', text: 'nav.signIn' }]} onGo={props.onGo} />
    </nav>
  );
}

function PageLinks(props: { readonly of: readonly Pick<Entry, 'to' | 'text'>[]; readonly onGo: () => void }) {
  const { t } = useLanguage();
  return props.of.map(({ to, text }) => (
    <NavGo
      key={to}
      to={to}
      label={t(text)}
      onClick={props.onGo}
      activeOptions={{ exact: to === '/', includeSearch: false }}
      activeProps={{ active: true }}
      py={{ base: 8, md: 3 }}
      style={{ borderRadius: 6 }}
    />
  ));
}
