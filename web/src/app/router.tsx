import type { QueryClient } from '@tanstack/react-query';
import { createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { HomePage } from '../pages/home/HomePage.tsx';
import { readAddress } from '../pages/simulation/address.ts';
import { Waiting } from '../ui/Loaded.tsx';
import { ProblemBox } from '../ui/ProblemBox.tsx';
import { lawRoutes } from './law-routes.ts';
import { NotFound } from './NotFound.tsx';
import { root, text } from './root-route.ts';
import { selectionRoutes } from './selection-routes.ts';

const home = createRoute({ getParentRoute: () => root, path: '/', component: HomePage });

const rosters = createRoute({
  getParentRoute: () => root,
  path: '/daftar',
  component: lazyRouteComponent(() => import('../pages/rosters/RostersPage.tsx'), 'RostersPage'),
});
const sendRoster = createRoute({
  getParentRoute: () => root,
  path: '/daftar/kirim',
  component: lazyRouteComponent(() => import('../pages/rosters/SendRosterPage.tsx'), 'SendRosterPage'),
  validateSearch: (search) => ({ ...text(search, 'perjanjian') }),
});
const roster = createRoute({
  getParentRoute: () => root,
  path: '/daftar/$id',
  component: lazyRouteComponent(() => import('../pages/rosters/RosterPage.tsx'), 'RosterPage'),
  validateSearch: (search) => ({
    ...text(search, 'hasil'),
    ...text(search, 'alasan'),
    ...text(search, 'kiriman'),
  }),
});
const mapRoster = createRoute({
  getParentRoute: () => root,
  path: '/daftar/$id/kolom',
  component: lazyRouteComponent(() => import('../pages/rosters/MapRosterPage.tsx'), 'MapRosterPage'),
});
const mappings = createRoute({
  getParentRoute: () => root,
  path: '/daftar/kolom',
  component: lazyRouteComponent(() => import('../pages/rosters/MappingsPage.tsx'), 'MappingsPage'),
});
const reviewRoster = createRoute({
  getParentRoute: () => root,
  path: '/daftar/$id/tinjau',
  component: lazyRouteComponent(() => import('../pages/rosters/ReviewPage.tsx'), 'ReviewPage'),
  validateSearch: (search) => ({ ...text(search, 'semua') }),
});

const agreements = createRoute({
  getParentRoute: () => root,
  path: '/perjanjian',
  component: lazyRouteComponent(() => import('../pages/agreements/AgreementsPage.tsx'), 'AgreementsPage'),
});
const newAgreement = createRoute({
  getParentRoute: () => root,
  path: '/perjanjian/baru',
  component: lazyRouteComponent(() => import('../pages/agreements/NewAgreementPage.tsx'), 'NewAgreementPage'),
});
const agreement = createRoute({
  getParentRoute: () => root,
  path: '/perjanjian/$id',
  component: lazyRouteComponent(() => import('../pages/agreements/AgreementPage.tsx'), 'AgreementPage'),
});

const bills = createRoute({
  getParentRoute: () => root,
  path: '/tagihan',
  component: lazyRouteComponent(() => import('../pages/bills/BillsPage.tsx'), 'BillsPage'),
});
const runBilling = createRoute({
  getParentRoute: () => root,
  path: '/tagihan/baru',
  component: lazyRouteComponent(() => import('../pages/bills/RunBillingPage.tsx'), 'RunBillingPage'),
  validateSearch: (search) => ({ ...text(search, 'perjanjian') }),
});
const bill = createRoute({
  getParentRoute: () => root,
  path: '/tagihan/$id',
  component: lazyRouteComponent(() => import('../pages/bills/BillPage.tsx'), 'BillPage'),
});

const payments = createRoute({
  getParentRoute: () => root,
  path: '/pembayaran',
  component: lazyRouteComponent(() => import('../pages/payments/PaymentsPage.tsx'), 'PaymentsPage'),
});
const statement = createRoute({
  getParentRoute: () => root,
  path: '/pembayaran/$id',
  component: lazyRouteComponent(() => import('../pages/payments/StatementPage.tsx'), 'StatementPage'),
});

const people = createRoute({
  getParentRoute: () => root,
  path: '/orang',
  component: lazyRouteComponent(() => import('../pages/people/PeoplePage.tsx'), 'PeoplePage'),
});
const duplicates = createRoute({
  getParentRoute: () => root,
  path: '/orang/ganda',
  component: lazyRouteComponent(() => import('../pages/people/DuplicatesPage.tsx'), 'DuplicatesPage'),
  validateSearch: (search) => ({ ...text(search, 'nanti') }),
});
const disputes = createRoute({
  getParentRoute: () => root,
  path: '/orang/sengketa',
  component: lazyRouteComponent(() => import('../pages/people/DisputesPage.tsx'), 'DisputesPage'),
});
const registerPerson = createRoute({
  getParentRoute: () => root,
  path: '/orang/daftarkan',
  component: lazyRouteComponent(() => import('../pages/people/RegisterPage.tsx'), 'RegisterPage'),
});
const merge = createRoute({
  getParentRoute: () => root,
  path: '/orang/$id/gabung',
  component: lazyRouteComponent(() => import('../pages/people/MergePage.tsx'), 'MergePage'),
  validateSearch: (search) => ({ ...text(search, 'dengan') }),
});
const person = createRoute({
  getParentRoute: () => root,
  path: '/orang/$id',
  component: lazyRouteComponent(() => import('../pages/people/PersonPage.tsx'), 'PersonPage'),
});

const coverage = createRoute({
  getParentRoute: () => root,
  path: '/cakupan',
  component: lazyRouteComponent(() => import('../pages/coverage/CoveragePage.tsx'), 'CoveragePage'),
  validateSearch: (search) => ({
    ...text(search, 'wilayah'),
    ...text(search, 'bulan'),
    ...text(search, 'menurut'),
  }),
});

const registration = createRoute({
  getParentRoute: () => root,
  path: '/pendaftaran',
  component: lazyRouteComponent(
    () => import('../pages/registration/RegistrationPage.tsx'),
    'RegistrationPage',
  ),
  validateSearch: (search) => ({ ...text(search, 'daftar') }),
});
const exchange = createRoute({
  getParentRoute: () => root,
  path: '/bpjs',
  component: lazyRouteComponent(() => import('../pages/exchange/ExchangePage.tsx'), 'ExchangePage'),
  validateSearch: (search) => ({ ...text(search, 'bulan'), ...text(search, 'wilayah') }),
});

const reviewMembers = createRoute({
  getParentRoute: () => root,
  path: '/bpjs/$id/tinjau',
  component: lazyRouteComponent(() => import('../pages/exchange/MemberReviewPage.tsx'), 'MemberReviewPage'),
  validateSearch: (search) => ({ ...text(search, 'bulan'), ...text(search, 'semua') }),
});

const partners = createRoute({
  getParentRoute: () => root,
  path: '/mitra',
  component: lazyRouteComponent(() => import('../pages/partners/PartnersPage.tsx'), 'PartnersPage'),
  validateSearch: (search) => ({ ...text(search, 'bulan'), ...text(search, 'jenis') }),
});
const partner = createRoute({
  getParentRoute: () => root,
  path: '/mitra/$id',
  component: lazyRouteComponent(() => import('../pages/partners/PartnerPage.tsx'), 'PartnerPage'),
  validateSearch: (search) => ({
    ...text(search, 'bulan'),
    ...text(search, 'iuran'),
    ...text(search, 'lihat'),
  }),
});
const seekers = createRoute({
  getParentRoute: () => root,
  path: '/pencari-kerja',
  component: lazyRouteComponent(() => import('../pages/job-seekers/SeekersPage.tsx'), 'SeekersPage'),
  validateSearch: (search) => ({ ...text(search, 'wilayah'), ...text(search, 'pelatihan') }),
});
const offices = createRoute({
  getParentRoute: () => root,
  path: '/perangkat',
  component: lazyRouteComponent(() => import('../pages/offices/OfficesPage.tsx'), 'OfficesPage'),
  validateSearch: (search) => ({ ...text(search, 'wilayah'), ...text(search, 'bulan') }),
});
const villageOffices = createRoute({
  getParentRoute: () => root,
  path: '/perangkat/$village',
  component: lazyRouteComponent(() => import('../pages/offices/VillagePage.tsx'), 'VillagePage'),
});

const users = createRoute({
  getParentRoute: () => root,
  path: '/pengguna',
  component: lazyRouteComponent(() => import('../pages/users/UsersPage.tsx'), 'UsersPage'),
});
const audit = createRoute({
  getParentRoute: () => root,
  path: '/audit',
  component: lazyRouteComponent(() => import('../pages/audit/AuditPage.tsx'), 'AuditPage'),
});
const account = createRoute({
  getParentRoute: () => root,
  path: '/akun',
  component: lazyRouteComponent(() => import('../pages/account/AccountPage.tsx'), 'AccountPage'),
});

const simulation = createRoute({
  getParentRoute: () => root,
  path: '/simulasi',
  component: lazyRouteComponent(() => import('../pages/simulation/SimulationPage.tsx'), 'SimulationPage'),
  validateSearch: readAddress,
  staticData: { isPublic: true },
});

const apply = createRoute({
  getParentRoute: () => root,
  path: '/mendaftar',
  component: lazyRouteComponent(() => import('../pages/apply/ApplyPage.tsx'), 'ApplyPage'),
  staticData: { isPublic: true },
});

const tree = root.addChildren([
  home,
  rosters,
  sendRoster,
  roster,
  reviewRoster,
  mapRoster,
  mappings,
  agreements,
  newAgreement,
  agreement,
  bills,
  runBilling,
  bill,
  payments,
  statement,
  people,
  duplicates,
  disputes,
  registerPerson,
  merge,
  person,
  coverage,
  registration,
  exchange,
  reviewMembers,
  partners,
  partner,
  offices,
  villageOffices,
  seekers,
  ...selectionRoutes,
  users,
  audit,
  account,
  simulation,
  apply,
  ...lawRoutes,
]);

declare module '@tanstack/react-router' {
  interface StaticDataRouteOption {
    /** Opens without an account. */
    isPublic?: boolean;
  }
}

/** All pages and their addresses. Every page but the first is loaded when it is opened. */
export function createPages(queries: QueryClient) {
  return createRouter({
    routeTree: tree,
    context: { queries },
    defaultPreload: 'intent',
    scrollRestoration: true,
    // Plain words in the address; the router's own way would write numbers in quotes.
    parseSearch: (query) => Object.fromEntries(new URLSearchParams(query)),
    stringifySearch: addressQuery,
    defaultPendingComponent: Waiting,
    defaultNotFoundComponent: NotFound,
    defaultErrorComponent: ({ error }) => <ProblemBox error={error} />,
  });
}

/** The query of an address, with its question mark; empty when nothing is asked. */
function addressQuery(search: Readonly<Record<string, unknown>>): string {
  const asked = Object.entries(search).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  );
  return asked.length === 0 ? '' : `?${new URLSearchParams(asked)}`;
}
