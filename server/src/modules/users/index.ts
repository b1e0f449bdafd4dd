export type { NewGrant, User } from './model.ts';
export { users } from './routes.ts';
export {
  createUser,
  disableSecondFactor,
  endGrant,
  grantRole,
  listUsers,
  resetPassword,
} from './service.ts';
