import { areas, branchOffices } from '#areas';
import { audit } from '#audit';
import { billing, billLines } from '#billing';
import { coverage, followFacts } from '#coverage';
import { duplicates, followAcceptance } from '#duplicates';
import { registrations } from '#entry';
import { exchange, memberReview } from '#exchange';
import { funding } from '#funding';
import { laws } from '#laws';
import { endWithDeaths, leavings, memberDeaths, memberships, partnerLists } from '#memberships';
import { followUndoing, offices, vacateWithDeaths } from '#offices';
import { partners } from '#partners';
import { people, peopleDeaths, peopleMerges } from '#people';
import type { Platform } from '#platform/context';
import {
  type Authenticate,
  docsPage,
  limitBody,
  limitRate,
  logRequests,
  loopbackOnly,
  peerOf,
  problemOf,
  protect,
  routes,
  sameOrigin,
  signedIn,
  webFiles,
} from '#platform/http';
import { Refusal } from '#platform/refusal';
import { installation, type SignIn, session } from '#platform/session';
import { registration } from '#registration';
import { rosterMapping, rosterReview, rosters, rosterTemplates } from '#rosters';
import { seekers } from '#seekers';
import { selection, selectionDocuments, selectionRules } from '#selection';
import { users } from '#users';
import { readiness } from './serve/readiness.ts';
import { version } from './version.ts';

/** What the application is put together from. */
export interface AppOptions {
  readonly platform: Platform;
  /** Finds out who sent a request. */
  readonly authenticate: Authenticate;
  /** Answers below /api/auth; without it nobody can sign in, and only `authenticate` says who it is. */
  readonly signIn?: SignIn;
  /** Directory of the built pages; without it only the API is served. */
  readonly webRoot?: string;
  /** True when a proxy ends TLS and names the caller in X-Forwarded-For. */
  readonly behindProxy?: boolean;
  /** True when only this machine may call, by its own name. */
  readonly loopback?: boolean;
}

/** All routes below /api for signed-in users. A new module adds its line here. */
function protectedRoutes() {
  return routes()
    .route('/', session)
    .route('/', areas)
    .route('/', people)
    .route('/', peopleMerges)
    .route('/', peopleDeaths)
    .route('/', duplicates)
    .route('/', registrations)
    .route('/', partners)
    .route('/', memberships)
    .route('/', partnerLists)
    .route('/', leavings)
    .route('/', memberDeaths)
    .route('/', billLines)
    .route('/', billing)
    .route('/', registration)
    .route('/', rosterTemplates)
    .route('/', rosters)
    .route('/', rosterReview)
    .route('/', rosterMapping)
    .route('/', selection)
    .route('/', selectionRules)
    .route('/', selectionDocuments)
    .route('/', coverage)
    .route('/', exchange)
    .route('/', memberReview)
    .route('/', funding)
    .route('/', offices)
    .route('/', seekers)
    .route('/', users)
    .route('/', audit);
}

/** A program that asks one thing after another is not held up; one that asks without end gets no more than a second's share. */
const openRate = { burst: 30, perSecond: 1 } as const;

/** All routes below /api; first those that anybody may call. */
function apiRoutes(authenticate: Authenticate, behindProxy = false) {
  const api = routes().route('/', installation);
  api.use('/law/*', limitRate({ ...openRate, behindProxy }), limitBody());
  api.use('/branches', limitRate({ ...openRate, behindProxy }), limitBody());
  const open = api.route('/', laws).route('/', branchOffices);
  open.use(signedIn(authenticate), limitBody());
  return open.route('/', protectedRoutes());
}

/** The typed contract: `createClient` makes a client of it. */
export type Api = ReturnType<typeof apiRoutes>;

/** The OpenAPI 3.1 document of everything below /api. */
export function apiDocument(
  api: Api = apiRoutes(async () => undefined),
): ReturnType<Api['getOpenAPI31Document']> {
  api.openAPIRegistry.registerComponent('securitySchemes', 'session', {
    type: 'apiKey',
    in: 'cookie',
    name: 'payung.session_token',
    description:
      'Set by POST /api/auth/sign-in/email; named __Secure-payung.session_token where TLS is used.',
  });
  return api.getOpenAPI31Document({
    openapi: '3.1.0',
    info: {
      title: 'Payung',
      version,
      description:
        'Employment social security of a province. Errors are problem documents (RFC 9457). Money is whole rupiah; months are YYYY-MM, days YYYY-MM-DD, areas Kemendagri codes. Sign in with POST /api/auth/sign-in/email { email, password }; where the answer says twoFactorRedirect, go on with POST /api/auth/two-factor/verify-totp { code }. Then send the cookie along.',
      license: { name: 'AGPL-3.0-or-later', url: 'https://www.gnu.org/licenses/agpl-3.0.html' },
    },
    servers: [{ url: '/api' }],
    security: [{ session: [] }],
  });
}

/** Lets the modules hear each other's facts; once is enough for the process, more often changes nothing. */
export function connectModules(): void {
  followFacts();
  followAcceptance();
  followUndoing();
  endWithDeaths();
  vacateWithDeaths();
}

/** The whole server as one function from request to answer. */
export function createApp(options: AppOptions) {
  const { platform, signIn } = options;
  connectModules();
  const app = routes();
  app.onError((error, c) => problemOf(error, c, platform.log));
  app.notFound((c) => problemOf(new Refusal('request.notFound'), c, platform.log));
  app.use(protect(), logRequests(platform.log));
  app.use((c, next) => {
    c.set('platform', platform);
    return next();
  });
  if (options.loopback === true) app.use(loopbackOnly());

  // The process lives; whether it can work is /readyz.
  app.get('/healthz', (c) => c.json({ status: 'ok' }));
  app.get('/readyz', async (c) => {
    const state = await readiness(platform.pools);
    return c.json(state, state.ready ? 200 : 503);
  });

  app.use('/api/*', sameOrigin());
  const api = apiRoutes(options.authenticate, options.behindProxy);
  const document = apiDocument(api);
  app.get('/api/openapi.json', (c) => c.json(document));
  app.get('/api/docs', (c) => c.html(docsPage(document)));
  if (signIn !== undefined) {
    app.use('/api/auth/*', limitBody());
    app.all('/api/auth/*', (c) => signIn.answer(c.req.raw, peerOf(c, options.behindProxy === true)));
  }
  app.route('/api', api);
  if (options.webRoot !== undefined) app.use(webFiles(options.webRoot));
  return app;
}
