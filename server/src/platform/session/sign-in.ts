import { betterAuth } from 'better-auth';
import type { Platform } from '#platform/context';
import { Refusal, type RefusalCode } from '#platform/refusal';
import { findAccountByEmail } from './accounts.ts';
import { peerHeader, signInOptions } from './options.ts';

/** Who is signed in, as the session in the database says. */
export interface SignedIn {
  readonly userId: string;
  readonly name: string;
  readonly email: string;
  readonly secondFactor: boolean;
  readonly mustChangePassword: boolean;
  readonly example: boolean;
}

/** The sign-in of one server. */
export interface SignIn {
  /**
   * Answers a request below /api/auth.
   *
   * @param peer address the request came from, for the limit on tries
   * @throws Refusal auth.*, request.notFound, request.invalid
   */
  answer(request: Request, peer: string): Promise<Response>;
  /** The session that the request's cookie opens; undefined when there is none, or it ended. */
  session(headers: Headers): Promise<SignedIn | undefined>;
}

/** What is reachable of the library. Everything else it could do (sign-up, reset by mail, linking) has no address here. */
const open: ReadonlySet<string> = new Set([
  'POST /sign-in/email',
  'POST /sign-out',
  'GET /get-session',
  'POST /change-password',
  'POST /two-factor/enable',
  'POST /two-factor/disable',
  'POST /two-factor/verify-totp',
  'POST /two-factor/verify-backup-code',
  'POST /two-factor/generate-backup-codes',
]);

const refusalOf: Readonly<Record<string, RefusalCode>> = {
  INVALID_EMAIL_OR_PASSWORD: 'auth.wrongPassword',
  INVALID_EMAIL: 'auth.wrongPassword',
  INVALID_PASSWORD: 'auth.wrongPassword',
  INVALID_CODE: 'auth.wrongCode',
  INVALID_BACKUP_CODE: 'auth.wrongCode',
  TOTP_NOT_ENABLED: 'auth.wrongCode',
  BACKUP_CODES_NOT_ENABLED: 'auth.wrongCode',
  INVALID_TWO_FACTOR_COOKIE: 'auth.signInExpired',
  TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: 'auth.tooManyAttempts',
  ACCOUNT_TEMPORARILY_LOCKED: 'auth.tooManyAttempts',
  PASSWORD_TOO_SHORT: 'auth.passwordLength',
  PASSWORD_TOO_LONG: 'auth.passwordLength',
  PASSWORD_KEPT: 'auth.passwordKept',
  INVALID_ORIGIN: 'auth.foreignSite',
  MISSING_OR_NULL_ORIGIN: 'auth.foreignSite',
  CROSS_SITE_NAVIGATION_LOGIN_BLOCKED: 'auth.foreignSite',
};

/**
 * Opens the sign-in of a server.
 *
 * @param options.secure true when browsers reach the server by TLS
 * @param options.refuseExample true when others than this machine reach the server: the password of the example is published
 */
export function openSignIn(
  platform: Platform,
  options: { readonly secure: boolean; readonly refuseExample?: boolean },
): SignIn {
  const auth = betterAuth(signInOptions(platform, options.secure));
  return {
    async answer(request, peer) {
      const path = new URL(request.url).pathname.replace(/^\/api\/auth/, '');
      if (!open.has(`${request.method} ${path}`)) throw new Refusal('request.notFound');
      if (options.refuseExample === true && path === '/sign-in/email') await refuseExample(platform, request);
      const headers = new Headers(request.headers);
      headers.set(peerHeader, peer);
      const response = await auth.handler(new Request(request, { headers }));
      if (response.status >= 400) throw await refusalIn(response);
      return withoutToken(response);
    },
    async session(headers) {
      const found = await auth.api.getSession({ headers });
      if (found === null) return undefined;
      const { user } = found;
      return {
        userId: user.id,
        name: user.name,
        email: user.email,
        secondFactor: user.twoFactorEnabled === true,
        mustChangePassword: user.mustChangePassword,
        example: user.example,
      };
    },
  };
}

/** @throws Refusal auth.exampleAccount when the address is that of an account of the example; those are published, like the password */
async function refuseExample(platform: Platform, request: Request): Promise<void> {
  const body: unknown = await request
    .clone()
    .json()
    .catch(() => undefined);
  if (typeof body !== 'object' || body === null || !('email' in body) || typeof body.email !== 'string')
    return;
  const account = await findAccountByEmail(platform.pools.auth, body.email);
  if (account?.example === true) throw new Refusal('auth.exampleAccount');
}

/** The same answer without the session's token, which the cookie carries where no script can read it. */
async function withoutToken(response: Response): Promise<Response> {
  const text = await response.text();
  const body =
    text === ''
      ? text
      : JSON.stringify(JSON.parse(text, (key, value) => (key === 'token' ? undefined : value)));
  const headers = new Headers(response.headers);
  headers.delete('content-length');
  return new Response(body, { status: response.status, headers });
}

async function refusalIn(response: Response): Promise<Error> {
  const body: unknown = await response.json().catch(() => ({}));
  const told = typeof body === 'object' && body !== null ? body : {};
  const code = 'code' in told && typeof told.code === 'string' ? told.code : '';
  const detail = 'message' in told && typeof told.message === 'string' ? told.message : code;
  const known = refusalOf[code];
  if (response.status === 429 || known === 'auth.tooManyAttempts') {
    const seconds = Number(response.headers.get('x-retry-after') ?? 60);
    return new Refusal('auth.tooManyAttempts', { seconds });
  }
  if (known !== undefined) return new Refusal(known);
  if (response.status === 401) return new Refusal('auth.required');
  if (response.status < 500)
    return new Refusal('request.invalid', { path: 'body', problem: 'unreadable', detail });
  return new Error(`sign-in failed inside: ${response.status} ${code}`);
}
