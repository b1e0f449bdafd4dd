export {
  type Account,
  createAccount,
  deleteAccount,
  findAccountByEmail,
  findAccounts,
  listAccounts,
  type NewAccount,
  removeSecondFactor,
  setPassword,
} from './accounts.ts';
export { actorForUser, type SessionAuthenticator, sessionAuthenticator } from './authenticate.ts';
export { oneTimePassword, passwordLength } from './password.ts';
export { exampleDataIn, type Rights, rightsOf } from './rights.ts';
export { installation, session } from './routes.ts';
export { openSignIn, type SignedIn, type SignIn } from './sign-in.ts';
