import type { MessageKey, Say } from '../messages/index.ts';
import type { Role } from './api.ts';

/** Every role, in the order of the server's matrix. */
export const roles = [
  'enumerator',
  'village_operator',
  'partner_administrator',
  'planner',
  'registration_officer',
  'claims_verifier',
  'approver',
  'finance_officer',
  'auditor',
  'administrator',
] as const satisfies readonly Role[];

/** The name of a role; a role that these pages do not know yet is shown by its code. */
export function roleText(t: Say, role: string): string {
  const known = roles.find((one) => one === role);
  return known === undefined ? role : t(`role.${known}` satisfies MessageKey);
}
