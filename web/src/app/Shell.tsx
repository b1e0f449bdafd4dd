import { AppShell, Burger, Group, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { Outlet, useLocation, useMatches, useRouter } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { SignInPage } from '../pages/account/SignInPage.tsx';
import { Go } from '../ui/Go.tsx';
import { Waiting } from '../ui/Loaded.tsx';
import { ProblemBox } from '../ui/ProblemBox.tsx';
import { getInstallation } from './api.ts';
import { DueNotice } from './DueNotice.tsx';
import { GrantText } from './GrantText.tsx';
import { LanguageSwitch } from './LanguageSwitch.tsx';
import { useLanguage } from './language.tsx';
import { Navigation, VisitorNavigation } from './Navigation.tsx';
import { rememberExample, rememberedExample } from './remembered.ts';
import { SessionContext, useSessionQuery } from './session.tsx';

const headerHeight = 56;
const bannerHeight = 28;

/** What is around every page. Whoever is not signed in is asked to, at whatever address they came to that is not public. */
export function Shell() {
  const { t } = useLanguage();
  const [open, { toggle, close }] = useDisclosure(false);
  const query = useSessionQuery();
  const { pathname } = useLocation();
  const main = useRef<HTMLElement>(null);
  const shown = useRef(pathname);
  const router = useRouter();
  const left = useRef<Element>(null);

  useEffect(
    () =>
      router.subscribe('onBeforeNavigate', () => {
        left.current = document.activeElement;
      }),
    [router],
  );

  useEffect(() => {
    if (shown.current === pathname) return;
    shown.current = pathname;
    close();
    // Whoever is quick at the keyboard has gone on in the new page already, and stays where they are.
    const at = document.activeElement;
    if (at !== left.current && main.current?.contains(at)) return;
    // A new page is read from its beginning, by screen readers too.
    main.current?.focus({ preventScroll: true });
  }, [pathname, close]);

  const session = query.data;
  const isPublic = useMatches({ select: (matches) => matches.some(({ staticData }) => staticData.isPublic) });
  // Its place is kept until it is known who has signed in, so that nothing moves when it comes.
  const hasMenu = query.isPending || Boolean(session) || isPublic;
  const installation = useQuery({
    queryKey: ['installation'],
    queryFn: async () => {
      const answer = await getInstallation();
      rememberExample(answer.exampleData);
      return answer;
    },
    staleTime: Infinity,
  });
  const example = installation.data?.exampleData ?? rememberedExample() ?? false;
  const grant = session?.grants[0];
  return (
    <AppShell
      header={{ height: headerHeight + (example ? bannerHeight : 0) }}
      {...(hasMenu && {
        navbar: { width: 220, breakpoint: 'md', collapsed: { mobile: !open } },
      })}
      padding={{ base: 'sm', sm: 'lg' }}
    >
      <AppShell.Header>
        <a className="skip-link" href="#main">
          {t('app.skip')}
        </a>
        {example && <div className="example-banner">{t('app.example')}</div>}
        <Group h={headerHeight} px="sm" justify="space-between" wrap="nowrap" gap="sm">
          <Group gap="xs" wrap="nowrap" miw={0}>
            {hasMenu && (
              <Burger
                opened={open}
                onClick={toggle}
                hiddenFrom="md"
                size="sm"
                aria-label={t('app.menu')}
                aria-expanded={open}
              />
            )}
            <Go to="/" underline="never" c="sea.8" fw={700} fz="lg" style={{ display: 'flex', gap: 8 }}>
              <img src="/umbrella.svg" alt="" width={28} height={28} />
              Payung
            </Go>
          </Group>
          <Group gap="sm" wrap="nowrap" miw={0}>
            {grant && (
              <Text size="sm" ta="right" truncate visibleFrom="sm">
                <GrantText grant={grant} />
              </Text>
            )}
            <LanguageSwitch />
          </Group>
        </Group>
      </AppShell.Header>
      {hasMenu && (
        <AppShell.Navbar p="xs" style={{ overflowY: 'auto' }}>
          {session ? (
            <SessionContext value={session}>
              <Navigation onGo={close} />
            </SessionContext>
          ) : (
            isPublic && <VisitorNavigation onGo={close} />
          )}
        </AppShell.Navbar>
      )}
      <AppShell.Main id="main" ref={main} tabIndex={-1}>
        <div className="page">
          {session || isPublic ? (
            // Around a public page too, so that it stays as it is when the session arrives.
            <SessionContext value={session ?? undefined}>
              {session && <DueNotice />}
              <Outlet />
            </SessionContext>
          ) : query.isError ? (
            <ProblemBox error={query.error} retry={() => void query.refetch()} />
          ) : session === null ? (
            <SignInPage />
          ) : (
            <Waiting />
          )}
        </div>
      </AppShell.Main>
    </AppShell>
  );
}
