export {
  type Permission,
  permissions,
  type Role,
  roleHolds,
  roles,
  rolesNeedingSecondFactor,
  type TableGroup,
} from './roles.ts';
export {
  type AreaRange,
  areasAbove,
  everywhere,
  fullScope,
  type Grant,
  needsSecondFactor,
  type Scope,
  scopeFor,
  scopeHasArea,
  subtree,
} from './scope.ts';
