import { codesOf, type Say } from '../messages/index.ts';
import type { Role } from './api.ts';

/** Every role. */
export const roles = codesOf('role') satisfies readonly Role[];

/** The name of a role; a role that these pages do not know yet is shown by its code. */
export function roleText(t: Say, role: string): string {
  const known = roles.find((one) => one === role);
  return known === undefined ? role : t(`role.${known}`);
}
