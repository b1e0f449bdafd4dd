import type { Day } from '@payung/kernel';
import {
  type Permission,
  permissions,
  type Role,
  roleHolds,
  rolesNeedingSecondFactor,
  type TableGroup,
} from './roles.ts';

/** A half-open range of area codes. */
export type AreaRange = readonly [from: number, beyond: number];

/** Every code there is. */
export const everywhere: AreaRange = [0, 10_000_000_000];

/** A role held in a subtree of areas, or for one partner, on the days of `[from, until)`. */
export interface Grant {
  readonly role: Role;
  readonly area: number | null;
  readonly partnerId: string | null;
  readonly from: Day;
  readonly until: Day | null;
}

/** What one purpose opens for one actor: rows in these areas or of these partners, in these groups of tables. */
export interface Scope {
  readonly areas: readonly AreaRange[];
  readonly partners: readonly string[];
  readonly groups: readonly TableGroup[];
}

/**
 * The subtree below `code`, as a range: 5304000000 (Belu) gives [5304000000, 5305000000).
 * The level shows in the zeros: villages end in four digits, districts in two before them, and so on.
 */
export function subtree(code: number): AreaRange {
  if (code % 10_000 !== 0) return [code, code + 1];
  if (code % 1_000_000 !== 0) return [code, code + 10_000];
  if (code % 100_000_000 !== 0) return [code, code + 1_000_000];
  return [code, code + 100_000_000];
}

/** The areas that hold those of the scope, without them: for Fatuketi its kecamatan, its kabupaten and its province. */
export function areasAbove(scope: Scope): number[] {
  const above = scope.areas.flatMap(([from]) =>
    [10_000, 1_000_000, 100_000_000]
      .map((size) => from - (from % size))
      .filter((code) => code !== from && code !== 0),
  );
  return [...new Set(above)];
}

/**
 * True when a grant opens more than one village, so that a password alone is not enough: by its role, or because a role meant
 * for one village was given for a kecamatan, a kabupaten or a partner.
 */
export function needsSecondFactor(grant: Pick<Grant, 'role' | 'area'>): boolean {
  if (rolesNeedingSecondFactor.includes(grant.role) || grant.area === null) return true;
  const [from, beyond] = subtree(grant.area);
  return beyond - from > 1;
}

/** The scope `grants` give for `permission` on `today`; undefined when they give none. */
export function scopeFor(grants: readonly Grant[], permission: Permission, today: Day): Scope | undefined {
  const holding = grants.filter(
    (grant) =>
      roleHolds(grant.role, permission) &&
      grant.from <= today &&
      (grant.until === null || today < grant.until),
  );
  if (holding.length === 0) return undefined;
  const areas = holding.flatMap((grant) => (grant.area === null ? [] : [subtree(grant.area)]));
  const partners = holding.flatMap((grant) => (grant.partnerId === null ? [] : [grant.partnerId]));
  return { areas, partners, groups: permissions[permission].groups };
}

/** Everything `permission` opens, everywhere: for the terminal, whose user holds the keys and the database. */
export function fullScope(permission: Permission): Scope {
  return { areas: [everywhere], partners: [], groups: permissions[permission].groups };
}

/** True when `code` lies in one of the scope's subtrees. */
export function scopeHasArea(scope: Scope, code: number): boolean {
  return scope.areas.some(([from, beyond]) => from <= code && code < beyond);
}
