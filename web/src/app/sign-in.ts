import { get, post } from './http.ts';

/**
 * The sign-in of the server is better-auth's; these are the few of its addresses that the server opens.
 * Its own client library would bring a second way of telling errors, and a session store beside ours.
 */

/** @returns whether the code of the authenticator is asked for next. @throws Problem auth.wrongPassword, auth.tooManyAttempts */
export async function signIn(input: {
  email: string;
  password: string;
}): Promise<{ readonly codeNeeded: boolean }> {
  const answer = await post<{ twoFactorRedirect?: boolean } | undefined>('/api/auth/sign-in/email', input);
  return { codeNeeded: answer?.twoFactorRedirect === true };
}

/** Ends a sign-in, or the set-up of a second factor, with the six digits. @throws Problem auth.wrongCode, auth.signInExpired */
export const verifyCode = (code: string) => post<unknown>('/api/auth/two-factor/verify-totp', { code });

/** Ends a sign-in with one of the codes kept for a lost telephone. @throws Problem auth.wrongCode */
export const verifyBackupCode = (code: string) =>
  post<unknown>('/api/auth/two-factor/verify-backup-code', { code });

/** Ends the session. */
export const signOut = () => post<unknown>('/api/auth/sign-out', {});

/** Changes the password; other sessions end. @throws Problem auth.wrongPassword, auth.passwordLength */
export const changePassword = (input: { currentPassword: string; newPassword: string }) =>
  post<unknown>('/api/auth/change-password', input);

/** Begins the set-up of a second factor: the seed as an otpauth address, and codes for a lost telephone. */
export const enableSecondFactor = (password: string) =>
  post<{ readonly totpURI: string; readonly backupCodes: readonly string[] }>('/api/auth/two-factor/enable', {
    password,
  });

/** Takes the second factor away. @throws Problem auth.wrongPassword */
export const disableSecondFactor = (password: string) =>
  post<unknown>('/api/auth/two-factor/disable', { password });

/** Whether the signed-in user has a second factor. */
export async function hasSecondFactor(): Promise<boolean> {
  const session = await get<{ readonly user: { readonly twoFactorEnabled?: boolean | null } } | null>(
    '/api/auth/get-session',
  );
  return session?.user.twoFactorEnabled === true;
}
