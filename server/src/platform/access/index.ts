export {
  type Permission,
  permissions,
  type Role,
  roleHolds,
  roles,
  rolesNeedingSecondFactor,
} from './roles.ts';
export {
  type AreaRange,
  areasAbove,
  fullScope,
  type Grant,
  needsSecondFactor,
  type Scope,
  scopeFor,
  scopeHasArea,
  subtree,
} from './scope.ts';
