import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { root, text } from './root-route.ts';

const law = createRoute({
  getParentRoute: () => root,
  path: '/aturan',
  component: lazyRouteComponent(() => import('../pages/law/ParametersPage.tsx'), 'ParametersPage'),
  validateSearch: (search) => ({ ...text(search, 'tanggal'), ...text(search, 'cari') }),
  staticData: { isPublic: true },
});

const lawParameter = createRoute({
  getParentRoute: () => root,
  path: '/aturan/parameter/$id',
  component: lazyRouteComponent(() => import('../pages/law/ParameterPage.tsx'), 'ParameterPage'),
  validateSearch: (search) => ({ ...text(search, 'tanggal') }),
  staticData: { isPublic: true },
});
const lawRegulations = createRoute({
  getParentRoute: () => root,
  path: '/aturan/peraturan',
  component: lazyRouteComponent(() => import('../pages/law/RegulationsPage.tsx'), 'RegulationsPage'),
  validateSearch: (search) => ({ ...text(search, 'cari') }),
  staticData: { isPublic: true },
});
const lawRegulation = createRoute({
  getParentRoute: () => root,
  path: '/aturan/peraturan/$id',
  component: lazyRouteComponent(() => import('../pages/law/RegulationPage.tsx'), 'RegulationPage'),
  staticData: { isPublic: true },
});
const lawChanges = createRoute({
  getParentRoute: () => root,
  path: '/aturan/perubahan',
  component: lazyRouteComponent(() => import('../pages/law/ChangesPage.tsx'), 'ChangesPage'),
  validateSearch: (search) => ({ ...text(search, 'cari') }),
  staticData: { isPublic: true },
});
const lawUncertain = createRoute({
  getParentRoute: () => root,
  path: '/aturan/belum-pasti',
  component: lazyRouteComponent(() => import('../pages/law/UncertainPage.tsx'), 'UncertainPage'),
  staticData: { isPublic: true },
});

/** What the statutes say; open to everybody. */
export const lawRoutes = [
  law,
  lawParameter,
  lawRegulations,
  lawRegulation,
  lawChanges,
  lawUncertain,
] as const;
