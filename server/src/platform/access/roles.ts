/**
 * Who may do what: the matrix of roles and permissions, and the tables each permission opens.
 * docs/access.md is printed from here, and a test runs it.
 */

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
] as const;
export type Role = (typeof roles)[number];

/** Groups of tables; the row-level policies ask for them by name. */
export type TableGroup =
  | 'people'
  | 'partners'
  | 'members'
  | 'money'
  | 'rosters'
  | 'coverage'
  | 'exchange'
  | 'registration'
  | 'selection'
  | 'access'
  | 'audit'
  /** Whoever keeps the register sees also what everybody else no longer does. */
  | 'keeping';

interface PermissionRule {
  readonly roles: readonly Role[];
  readonly groups: readonly TableGroup[];
}

const registrars = ['village_operator', 'partner_administrator', 'registration_officer'] as const;
const staff = [
  ...registrars,
  'planner',
  'claims_verifier',
  'approver',
  'finance_officer',
  'auditor',
] as const;

/**
 * A permission names one purpose. It is held through roles, and it opens the groups of tables that the purpose needs
 * and no others: a planner reads coverage and never sees a wage.
 */
export const permissions = {
  /** Names and codes of places, partners and funds: no personal data. */
  'reference.read': { roles, groups: [] },
  'reference.manage': { roles: ['administrator'], groups: ['partners', 'coverage'] },
  'people.read': {
    roles: ['enumerator', ...registrars, 'planner', 'claims_verifier', 'auditor'],
    groups: ['people', 'members'],
  },
  /** Opens the sealed envelope of one person; every reading is audited. */
  'people.reveal': {
    roles: ['village_operator', 'registration_officer', 'claims_verifier', 'auditor'],
    groups: ['people'],
  },
  /** Says whose a disputed NIK is, with a reason. */
  'people.settle': { roles: ['registration_officer'], groups: ['people'] },
  /** Makes two records one person, or two again; the count follows. */
  'people.merge': { roles: ['registration_officer'], groups: ['people', 'members', 'coverage', 'rosters'] },
  /**
   * Records that somebody died, on what evidence, and withdraws it; memberships and seats follow, wherever they are. Told of months
   * billed or paid beyond it, and of whom a partner says that they died.
   */
  'deaths.record': {
    roles: ['village_operator', 'registration_officer', 'claims_verifier'],
    groups: ['people', 'members', 'money'],
  },
  /** Withdraws a death that an official paper certifies: not whoever may record one, and only where the paper was brought. */
  'deaths.overturn': { roles: ['registration_officer'], groups: ['people'] },
  'rosters.read': { roles: [...registrars, 'planner', 'auditor'], groups: ['rosters', 'partners'] },
  'rosters.send': { roles: registrars, groups: ['rosters', 'partners'] },
  /** Compares doubtful rows with people whom the scope shows, and decides. */
  'rosters.review': {
    roles: ['village_operator', 'registration_officer'],
    groups: ['rosters', 'partners', 'people'],
  },
  'rosters.accept': {
    roles: ['registration_officer'],
    groups: ['rosters', 'partners', 'people', 'members', 'money', 'coverage'],
  },
  'agreements.read': {
    roles: [...registrars, 'planner', 'finance_officer', 'approver', 'auditor'],
    groups: ['partners'],
  },
  'agreements.manage': { roles: ['registration_officer'], groups: ['partners'] },
  'billing.read': {
    roles: ['partner_administrator', 'registration_officer', 'finance_officer', 'approver', 'auditor'],
    groups: ['money', 'partners', 'members', 'rosters'],
  },
  /** Whom a bill asks for, by name, and the decree and number on which each stands. */
  'billing.lines': {
    roles: ['partner_administrator', 'registration_officer', 'finance_officer', 'approver', 'auditor'],
    groups: ['money', 'partners', 'members', 'people'],
  },
  'billing.run': {
    roles: ['registration_officer'],
    groups: ['money', 'partners', 'members', 'people', 'rosters'],
  },
  /** Cancels a bill on which nothing was paid: whoever issued it, or whoever looks after the money. */
  'billing.cancel': {
    roles: ['registration_officer', 'finance_officer'],
    groups: ['money', 'partners'],
  },
  'payments.import': {
    roles: ['finance_officer'],
    groups: ['money', 'partners', 'members', 'people', 'coverage', 'rosters'],
  },
  'coverage.read': { roles: staff, groups: ['coverage'] },
  'coverage.manage': { roles: ['planner', 'administrator'], groups: ['coverage'] },
  /** Takes in what BPJS states of its members: whoever accepts rosters. */
  'members.import': {
    roles: ['registration_officer'],
    groups: ['exchange', 'people', 'members', 'partners', 'coverage'],
  },
  /** What was paid here beside what BPJS states, person by person. */
  'members.compare': {
    roles: [...registrars, 'planner', 'auditor'],
    groups: ['exchange', 'people', 'members', 'partners'],
  },
  /** Who is a member through a partner, who came and who left, and who is missing on its complete list. */
  'members.list': {
    roles: [...registrars, 'planner', 'auditor'],
    groups: ['people', 'members', 'partners', 'rosters'],
  },
  /** Ends memberships and takes that back; the bills that still ask for them are told. */
  'members.end': {
    roles: ['partner_administrator', 'registration_officer'],
    groups: ['people', 'members', 'partners', 'rosters', 'money'],
  },
  /** Seats of village bodies, who holds them, and whether they are covered. */
  'offices.read': {
    roles: ['village_operator', 'registration_officer', 'planner', 'auditor'],
    groups: ['people', 'members'],
  },
  'offices.manage': {
    roles: ['village_operator', 'registration_officer'],
    groups: ['people', 'rosters', 'partners'],
  },
  'seekers.read': {
    roles: ['enumerator', 'village_operator', 'registration_officer', 'planner', 'auditor'],
    groups: ['people'],
  },
  'seekers.manage': { roles: ['enumerator', 'village_operator', 'registration_officer'], groups: ['people'] },
  /** Local rules, and the lists that villages propose by them. */
  'selection.read': {
    roles: ['village_operator', 'registration_officer', 'planner', 'approver', 'auditor'],
    groups: ['selection', 'people', 'partners'],
  },
  /** Records who is vulnerable by the law of an area. */
  'selection.rules': { roles: ['planner', 'registration_officer'], groups: ['selection'] },
  /** Assesses people, ranks a list and records what the meeting of the village decided. */
  'selection.prepare': {
    roles: ['village_operator', 'registration_officer'],
    groups: ['selection', 'people', 'partners'],
  },
  /** Verifies or strikes, and records the decree. Never one's own list. */
  'selection.verify': {
    roles: ['registration_officer', 'planner'],
    groups: ['selection', 'people', 'partners'],
  },
  /** Makes members of those whom a decree names. */
  'selection.enrol': {
    roles: ['registration_officer'],
    groups: ['selection', 'people', 'partners', 'members', 'money'],
  },
  /** Who waits to be registered at the branch, what they lack, and whom it rejected. */
  'registration.read': {
    roles: [...registrars, 'auditor'],
    groups: ['registration', 'people', 'members', 'partners'],
  },
  /** Fills in what a branch asks for; it goes into the sealed envelope. */
  'registration.complete': { roles: registrars, groups: ['registration', 'people'] },
  /** The branch's sheet, with NIKs in clear, and its answer. */
  'registration.export': {
    roles: ['registration_officer'],
    groups: ['registration', 'people', 'members', 'partners'],
  },
  /** Whom two purses pay for at once, with names and amounts. */
  'funding.compare': {
    roles: ['registration_officer', 'finance_officer', 'approver', 'auditor'],
    groups: ['people', 'members', 'money', 'partners'],
  },
  'users.manage': { roles: ['administrator'], groups: ['access'] },
  'audit.read': { roles: ['auditor', 'administrator'], groups: ['audit'] },
  /** Backup, restore and resealing. No role holds it: only somebody at the machine itself can. */
  'register.keep': { roles: [], groups: ['people', 'rosters', 'keeping'] },
} as const satisfies Record<string, PermissionRule>;

export type Permission = keyof typeof permissions;

/** Roles that need a second factor wherever they are held; the others need one when held for more than one village. */
export const rolesNeedingSecondFactor: readonly Role[] = roles.filter(
  (role) => role !== 'enumerator' && role !== 'village_operator',
);

/** True when somebody in `role` holds `permission`. */
export function roleHolds(role: Role, permission: Permission): boolean {
  return (permissions[permission].roles as readonly Role[]).includes(role);
}
