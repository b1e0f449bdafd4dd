import type { BetterAuthOptions } from 'better-auth';
import { APIError, createAuthMiddleware } from 'better-auth/api';
import { twoFactor } from 'better-auth/plugins/two-factor';
import { record } from '#platform/audit';
import type { Platform } from '#platform/context';
import { newId } from '#platform/ids';
import { passwordLength } from './password.ts';
import { signInSecrets } from './secrets.ts';

/** Twelve hours: a working day. Then one signs in again; activity does not prolong it. */
const sessionSeconds = 12 * 60 * 60;

/** Header in which the HTTP layer names the caller's address; whatever a caller sends in it is overwritten. */
export const peerHeader = 'x-payung-peer';

const dates = { createdAt: 'created_at', updatedAt: 'updated_at' } as const;

async function recordSignIn(platform: Platform, userId: string): Promise<void> {
  await record(platform.pools.app, {
    actor: userId,
    actingAs: 'session',
    action: 'session.opened',
    subjectKind: 'user',
    subjectId: userId,
  });
}

/**
 * How better-auth is set up: accounts by e-mail address and password, TOTP, sessions in the database, nothing else.
 * Nobody can sign up: accounts are made by an administrator or at the terminal.
 *
 * @param secure true when browsers reach the server by TLS: cookies are then Secure and named `__Secure-…`
 */
export function signInOptions(platform: Platform, secure: boolean) {
  const secrets = signInSecrets(platform.keyring);
  return {
    appName: 'Payung',
    baseURL: secure ? 'https://localhost' : 'http://localhost',
    basePath: '/api/auth',
    secrets,
    // Without this the library would look for a legacy secret in the environment.
    secret: secrets[0]?.value ?? '',
    database: platform.pools.auth,
    telemetry: { enabled: false },
    logger: {
      // Its warnings repeat what the answer says; only its own failures are news.
      log: (level, message) => {
        if (level === 'error') platform.log.error({ signIn: message }, 'sign-in failed inside');
      },
    },
    // The host is compared with the Origin by #platform/http before; the library asks for full origins.
    trustedOrigins: (request) => {
      const host = request?.headers.get('host');
      return host === null || host === undefined ? [] : [`https://${host}`, `http://${host}`];
    },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: passwordLength.least,
      maxPasswordLength: passwordLength.most,
    },
    session: {
      modelName: 'session',
      expiresIn: sessionSeconds,
      disableSessionRefresh: true,
      // Changing a password or a second factor asks for the password itself.
      freshAge: 0,
      fields: {
        ...dates,
        expiresAt: 'expires_at',
        ipAddress: 'ip_address',
        userAgent: 'user_agent',
        userId: 'user_id',
      },
    },
    user: {
      modelName: 'user_account',
      fields: { ...dates, emailVerified: 'email_verified' },
      additionalFields: {
        mustChangePassword: {
          type: 'boolean',
          required: true,
          defaultValue: false,
          input: false,
          fieldName: 'must_change_password',
        },
        example: { type: 'boolean', required: true, defaultValue: false, input: false },
      },
    },
    account: {
      modelName: 'credential',
      fields: {
        ...dates,
        accountId: 'account_id',
        providerId: 'provider_id',
        userId: 'user_id',
        accessToken: 'access_token',
        refreshToken: 'refresh_token',
        idToken: 'id_token',
        accessTokenExpiresAt: 'access_token_expires_at',
        refreshTokenExpiresAt: 'refresh_token_expires_at',
      },
    },
    verification: { fields: { ...dates, expiresAt: 'expires_at' } },
    plugins: [
      twoFactor({
        issuer: 'Payung',
        schema: {
          user: { fields: { twoFactorEnabled: 'two_factor_enabled' } },
          twoFactor: {
            modelName: 'second_factor',
            fields: {
              backupCodes: 'backup_codes',
              userId: 'user_id',
              failedVerificationCount: 'failed_verification_count',
              lockedUntil: 'locked_until',
            },
          },
        },
      }),
    ],
    rateLimit: {
      enabled: true,
      storage: 'database',
      modelName: 'rate_limit',
      fields: { lastRequest: 'last_request' },
      // An office behind one address signs in together in the morning; a guesser needs millions of tries.
      customRules: {
        '/sign-in/email': { window: 60, max: 10 },
        '/change-password': { window: 60, max: 10 },
        '/two-factor/*': { window: 60, max: 10 },
        '/get-session': false,
      },
    },
    advanced: {
      cookiePrefix: 'payung',
      useSecureCookies: secure,
      disableOriginCheck: false,
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax', path: '/' },
      ipAddress: { ipAddressHeaders: [peerHeader] },
      database: { generateId: () => newId() },
    },
    databaseHooks: {
      user: {
        update: {
          before: async (changed, endpoint) => {
            // Sessions opened with the password alone end when the second factor begins.
            const userId = endpoint?.context.session?.user.id;
            if (changed.twoFactorEnabled === true && endpoint && userId !== undefined) {
              await endpoint.context.internalAdapter.deleteUserSessions(userId);
            }
          },
        },
      },
    },
    hooks: {
      before: createAuthMiddleware(async (c) => {
        if (c.path === '/change-password') {
          // Otherwise whoever chose the first password would go on knowing it.
          if (c.body?.newPassword === c.body?.currentPassword) {
            throw new APIError('UNPROCESSABLE_ENTITY', { code: 'PASSWORD_KEPT' });
          }
          return { context: { body: { ...c.body, revokeOtherSessions: true } } };
        }
        // A browser is never trusted in place of the second factor.
        if (c.path.startsWith('/two-factor/verify-')) {
          return { context: { body: { ...c.body, trustDevice: false } } };
        }
        return undefined;
      }),
      after: createAuthMiddleware(async (c) => {
        // The password alone opens nothing where a code is still to come.
        const opened = c.context.newSession;
        if (opened && !(c.path === '/sign-in/email' && opened.user.twoFactorEnabled === true)) {
          await recordSignIn(platform, opened.user.id);
        }
        const userId = c.context.session?.user.id;
        const failed = c.context.returned instanceof Error;
        if (c.path === '/change-password' && userId !== undefined && !failed) {
          await c.context.internalAdapter.updateUser(userId, { mustChangePassword: false });
        }
      }),
    },
  } satisfies BetterAuthOptions;
}
