export {
  type Account,
  createAccount,
  deleteAccount,
  findAccountByEmail,
  findAccounts,
  listAccounts,
  removeSecondFactor,
  setPassword,
} from './accounts.ts';
export { actorForUser, sessionAuthenticator } from './authenticate.ts';
export { oneTimePassword, passwordLength } from './password.ts';
export { exampleDataIn, rightsOf } from './rights.ts';
export { installation, session } from './routes.ts';
export { openSignIn, type SignIn } from './sign-in.ts';
