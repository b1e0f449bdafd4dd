import { createHmac } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { Refusal } from '#platform/refusal';
import { testPlatform } from '#testing';
import { createAccount, findAccountByEmail, removeSecondFactor, setPassword } from './accounts.ts';
import { openSignIn } from './sign-in.ts';

const { platform, database } = await testPlatform();
const signIn = openSignIn(platform, { secure: false });

const email = 'petugas@belu.example';
const password = 'tenun ikat belu 2026';
let userId: string;

beforeEach(async () => {
  await database.superuser.query('truncate auth.user_account, auth.rate_limit, auth.verification cascade');
  userId =
    (await createAccount(platform.pools.auth, {
      email,
      name: 'Petugas Belu',
      password,
      mustChangePassword: false,
      example: false,
    })) ?? '';
});

/** A browser: keeps cookies, sends its origin. */
function browser(peer = '10.1.1.1') {
  const cookies = new Map<string, string>();
  const jar = () => [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  return {
    cookies,
    session: () => signIn.session(new Headers({ cookie: jar() })),
    async post(path: string, body: unknown, origin = 'http://payung.example'): Promise<Response> {
      const request = new Request(`http://payung.example/api/auth${path}`, {
        method: 'POST',
        headers: { host: 'payung.example', origin, 'content-type': 'application/json', cookie: jar() },
        body: JSON.stringify(body),
      });
      const response = await signIn.answer(request, peer);
      for (const line of response.headers.getSetCookie()) {
        const [pair = ''] = line.split(';');
        const at = pair.indexOf('=');
        if (/max-age=0/i.test(line)) cookies.delete(pair.slice(0, at));
        else cookies.set(pair.slice(0, at), pair.slice(at + 1));
      }
      return response;
    },
  };
}

async function codeOf(outcome: Promise<unknown>): Promise<string> {
  const error = await outcome.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  return error instanceof Refusal ? error.code : `not refused: ${String(error)}`;
}

/** The six digits an authenticator shows now (RFC 6238), for the seed in an otpauth address. */
function totp(uri: string): string {
  const seed = new URL(uri).searchParams.get('secret') ?? '';
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  const bits = [...seed].map((letter) => alphabet.indexOf(letter).toString(2).padStart(5, '0')).join('');
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)));
  const digest = createHmac('sha1', key).update(counter).digest();
  const offset = (digest.at(-1) ?? 0) & 15;
  return String((digest.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}

/** Switches the second factor on and returns the otpauth address and the backup codes. */
async function withSecondFactor(page: ReturnType<typeof browser>) {
  await page.post('/sign-in/email', { email, password });
  const enabled: unknown = await (await page.post('/two-factor/enable', { password })).json();
  const { totpURI, backupCodes } = enabled as { totpURI: string; backupCodes: string[] };
  await page.post('/two-factor/verify-totp', { code: totp(totpURI) });
  return { totpURI, backupCodes };
}

describe('a password', () => {
  test('opens a session, whose cookie scripts and other sites do not get', async () => {
    const page = browser();
    const response = await page.post('/sign-in/email', { email: email.toUpperCase(), password });
    expect(response.headers.getSetCookie().join()).toMatch(
      /^payung\.session_token=[^;]+; Max-Age=43200; Path=\/; HttpOnly; SameSite=Lax$/,
    );
    const token = decodeURIComponent(page.cookies.get('payung.session_token') ?? '').split('.')[0] ?? '';
    expect(token).not.toBe('');
    expect(await response.text()).not.toContain(token);
    expect(await page.session()).toEqual({
      userId,
      email,
      name: 'Petugas Belu',
      secondFactor: false,
      mustChangePassword: false,
      example: false,
    });
  });

  test('of the example opens nothing where others reach the server', async () => {
    await database.superuser.query('update auth.user_account set example = true');
    const ask = (address: string, given: string) =>
      openSignIn(platform, { secure: false, refuseExample: true }).answer(
        new Request('http://payung.example/api/auth/sign-in/email', {
          method: 'POST',
          headers: {
            host: 'payung.example',
            origin: 'http://payung.example',
            'content-type': 'application/json',
          },
          body: JSON.stringify({ email: address, password: given }),
        }),
        '10.1.1.1',
      );
    expect(await codeOf(ask(email.toUpperCase(), password))).toBe('auth.exampleAccount');
    await database.superuser.query('update auth.user_account set example = false');
    expect((await ask(email, password)).status).toBe(200);
  });

  test('behind TLS, the cookie never travels without it', async () => {
    const secure = openSignIn(platform, { secure: true });
    const response = await secure.answer(
      new Request('https://payung.example/api/auth/sign-in/email', {
        method: 'POST',
        headers: {
          host: 'payung.example',
          origin: 'https://payung.example',
          'content-type': 'application/json',
        },
        body: JSON.stringify({ email, password }),
      }),
      '10.1.1.1',
    );
    expect(response.headers.getSetCookie().join()).toMatch(/^__Secure-payung\.session_token=.*; Secure/);
  });

  // biome-ignore format: aligned table of cases
  test.each([
    ['a wrong password',               '/sign-in/email', { email, password: 'salah salah salah' },                    'auth.wrongPassword'],
    ['an unknown address',             '/sign-in/email', { email: 'lain@belu.example', password },                    'auth.wrongPassword'],
    ['not an address',                 '/sign-in/email', { email: 'x', password },                                    'auth.wrongPassword'],
    ['nothing at all',                 '/sign-in/email', {},                                                          'request.invalid'],
    ['signing oneself up',             '/sign-up/email', { email: 'baru@belu.example', password, name: 'Baru' },      'request.notFound'],
    ['a reset by mail',                '/request-password-reset', { email },                                          'request.notFound'],
    ['a code without signing in first', '/two-factor/verify-totp', { code: '123456' },                                'auth.signInExpired'],
  ])('%s is refused', async (_, path, body, code) => {
    expect(await codeOf(browser().post(path, body))).toBe(code);
  });

  test('sent from another site is refused, even when it is right', async () => {
    const page = browser();
    await page.post('/sign-in/email', { email, password });
    expect(await codeOf(page.post('/sign-out', {}, 'https://jahat.example'))).toBe('auth.foreignSite');
  });

  test('may be tried ten times a minute from one address', async () => {
    const page = browser();
    for (let attempt = 1; attempt <= 10; attempt += 1) {
      expect(await codeOf(page.post('/sign-in/email', { email, password: 'salah salah salah' }))).toBe(
        'auth.wrongPassword',
      );
    }
    expect(await codeOf(page.post('/sign-in/email', { email, password }))).toBe('auth.tooManyAttempts');
    const elsewhere = await browser('10.1.1.2').post('/sign-in/email', { email, password });
    expect(elsewhere.status).toBe(200);
  });

  // biome-ignore format: aligned table of cases
  test.each([
    ['eleven characters',   'a'.repeat(11),  'auth.passwordLength'],
    ['twelve characters',   'a'.repeat(12),  'not refused: undefined'],
    ['128 characters',      'a'.repeat(128), 'not refused: undefined'],
    ['129 characters',      'a'.repeat(129), 'auth.passwordLength'],
    ['the one it was',      password,        'auth.passwordKept'],
  ])('changed to %s: %s', async (_, newPassword, code) => {
    const page = browser();
    await page.post('/sign-in/email', { email, password });
    expect(await codeOf(page.post('/change-password', { currentPassword: password, newPassword }))).toBe(code);
  });

  test('that was changed ends the other sessions and is one’s own from then on', async () => {
    await setPassword(platform.pools.auth, userId, 'dipilih pengelola');
    const here = browser();
    const there = browser();
    await here.post('/sign-in/email', { email, password: 'dipilih pengelola' });
    await there.post('/sign-in/email', { email, password: 'dipilih pengelola' });
    expect((await here.session())?.mustChangePassword).toBe(true);
    await here.post('/change-password', {
      currentPassword: 'dipilih pengelola',
      newPassword: 'punya saya sendiri',
    });
    expect((await here.session())?.mustChangePassword).toBe(false);
    expect(await there.session()).toBeUndefined();
  });

  test('that an administrator replaces signs the user out', async () => {
    const page = browser();
    await page.post('/sign-in/email', { email, password });
    await setPassword(platform.pools.auth, userId, 'dipilih pengelola');
    expect(await page.session()).toBeUndefined();
  });

  test('opens nothing any more after signing out, even with the old cookie', async () => {
    const page = browser();
    await page.post('/sign-in/email', { email, password });
    const kept = new Map(page.cookies);
    await page.post('/sign-out', {});
    for (const [name, value] of kept) page.cookies.set(name, value);
    expect(await page.session()).toBeUndefined();
  });
});

describe('a second factor', () => {
  test('is asked for at every sign-in once it is switched on', async () => {
    const { totpURI } = await withSecondFactor(browser());
    const page = browser();
    const asked = await page.post('/sign-in/email', { email, password });
    expect(await asked.json()).toMatchObject({ twoFactorRedirect: true });
    expect(await page.session()).toBeUndefined();
    await page.post('/two-factor/verify-totp', { code: totp(totpURI), trustDevice: true });
    expect(await page.session()).toMatchObject({ userId, secondFactor: true });
    expect([...page.cookies.keys()].filter((name) => name.includes('trust'))).toEqual([]);
  });

  test('ends the sessions that were opened without it', async () => {
    const before = browser();
    await before.post('/sign-in/email', { email, password });
    const page = browser();
    await withSecondFactor(page);
    expect(await before.session()).toBeUndefined();
    expect(await page.session()).toMatchObject({ secondFactor: true });
  });

  test('refuses a wrong code, and takes a backup code once', async () => {
    const { backupCodes } = await withSecondFactor(browser());
    const [code = ''] = backupCodes;
    const page = browser();
    await page.post('/sign-in/email', { email, password });
    expect(await codeOf(page.post('/two-factor/verify-totp', { code: '000000' }))).toBe('auth.wrongCode');
    await page.post('/two-factor/verify-backup-code', { code });
    expect(await page.session()).toMatchObject({ userId });
    const again = browser();
    await again.post('/sign-in/email', { email, password });
    expect(await codeOf(again.post('/two-factor/verify-backup-code', { code }))).toBe('auth.wrongCode');
  });

  test('that an administrator removed is not asked for, and its sessions have ended', async () => {
    const page = browser();
    await withSecondFactor(page);
    await removeSecondFactor(platform.pools.auth, userId);
    expect(await page.session()).toBeUndefined();
    await page.post('/sign-in/email', { email, password });
    expect(await page.session()).toMatchObject({ secondFactor: false });
  });

  test('is kept encrypted', async () => {
    const { totpURI } = await withSecondFactor(browser());
    const seed = new URL(totpURI).searchParams.get('secret') ?? 'none';
    const { rows } = await database.superuser.query<{ secret: string }>(
      'select secret from auth.second_factor',
    );
    expect(rows).toHaveLength(1);
    expect(rows[0]?.secret).not.toContain(seed);
  });
});

describe('the audit log', () => {
  const openings = async () => {
    const { rows } = await database.superuser.query<{ actor: string }>(
      `select actor from audit_entry where action = 'session.opened' and actor = $1`,
      [userId],
    );
    return rows.length;
  };

  test('has an entry for each session opened, and none for a wrong password', async () => {
    await codeOf(browser().post('/sign-in/email', { email, password: 'salah salah salah' }));
    expect(await openings()).toBe(0);
    await browser().post('/sign-in/email', { email, password });
    expect(await openings()).toBe(1);
  });

  test('has none while the second factor is still to come', async () => {
    const { totpURI } = await withSecondFactor(browser());
    const before = await openings();
    const page = browser();
    await page.post('/sign-in/email', { email, password });
    expect(await openings()).toBe(before);
    await page.post('/two-factor/verify-totp', { code: totp(totpURI) });
    expect(await openings()).toBe(before + 1);
  });
});

test('an address has one account', async () => {
  const taken = {
    email: email.toUpperCase(),
    name: 'Lain',
    password,
    mustChangePassword: false,
    example: false,
  };
  expect(await createAccount(platform.pools.auth, taken)).toBeUndefined();
  expect((await findAccountByEmail(platform.pools.auth, email))?.name).toBe('Petugas Belu');
});
