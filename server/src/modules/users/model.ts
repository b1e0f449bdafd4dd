import type { Day } from '@payung/kernel';
import type { Role } from '#platform/access';
import type { Account } from '#platform/session';

/** A grant as administrators see it. */
export interface GrantEntry {
  readonly grantId: string;
  readonly userId: string;
  readonly role: Role;
  /** Root of the subtree; null when the grant is for a partner. */
  readonly area: number | null;
  readonly partnerId: string | null;
  /** First day on which it holds. */
  readonly from: Day;
  /** First day on which it no longer holds; null while no end is set. */
  readonly until: Day | null;
  /** Account id, or `terminal:NAME`. */
  readonly grantedBy: string;
}

/** An account with the grants that the caller administers; grants elsewhere are not told. */
export interface User extends Account {
  readonly grants: readonly GrantEntry[];
}

/** A role in the subtree of an area or for a partner: exactly one of the two. */
export interface NewGrant {
  readonly role: Role;
  readonly place: { readonly area: number } | { readonly partnerId: string };
  /** Today when absent. */
  readonly from?: Day;
  /** First day without it; no end when absent. */
  readonly until?: Day;
}

/** Who is to have an account. */
export interface NewUser {
  readonly email: string;
  readonly name: string;
  /** Chosen for the user, to be changed at the first sign-in; made up and returned when absent. */
  readonly password?: string;
  /** What the user may do first; an account without grants can only sign in. */
  readonly grant?: NewGrant;
  /** True for an account of the example: its password is published, and need not be changed. */
  readonly example?: boolean;
}
