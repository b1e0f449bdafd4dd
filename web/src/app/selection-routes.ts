import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { root } from './root-route.ts';

const proposals = createRoute({
  getParentRoute: () => root,
  path: '/usulan',
  component: lazyRouteComponent(() => import('../pages/selection/ProposalsPage.tsx'), 'ProposalsPage'),
});
const newProposal = createRoute({
  getParentRoute: () => root,
  path: '/usulan/baru',
  component: lazyRouteComponent(() => import('../pages/selection/NewProposalPage.tsx'), 'NewProposalPage'),
});
const localRules = createRoute({
  getParentRoute: () => root,
  path: '/usulan/aturan',
  component: lazyRouteComponent(() => import('../pages/selection/RulesPage.tsx'), 'RulesPage'),
});
const proposal = createRoute({
  getParentRoute: () => root,
  path: '/usulan/$id',
  component: lazyRouteComponent(() => import('../pages/selection/ProposalPage.tsx'), 'ProposalPage'),
});
const proposalDecree = createRoute({
  getParentRoute: () => root,
  path: '/usulan/$id/sk',
  component: lazyRouteComponent(() => import('../pages/selection/DocumentPage.tsx'), 'DecreePage'),
});
const proposalMinutes = createRoute({
  getParentRoute: () => root,
  path: '/usulan/$id/ba',
  component: lazyRouteComponent(() => import('../pages/selection/DocumentPage.tsx'), 'MinutesPage'),
});

/** Choosing whom a fund pays for. */
export const selectionRoutes = [
  proposals,
  newProposal,
  localRules,
  proposal,
  proposalDecree,
  proposalMinutes,
] as const;
