/** The page docs/access.md, made from the matrix and the interface: `node server/src/access-page.ts` writes it. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type Permission,
  permissions,
  type Role,
  roleHolds,
  roles,
  rolesNeedingSecondFactor,
} from '#platform/access';
import { apiDocument } from './api.ts';

/** Where the page is kept. */
export const accessPagePath: string = join(import.meta.dirname, '../../docs/access.md');

const roleNames: Record<Role, readonly [indonesian: string, does: string]> = {
  enumerator: ['Pendata', 'looks people up in the field'],
  village_operator: ['Operator desa', 'sends the list of a village and corrects it'],
  partner_administrator: ['Admin mitra', 'sends the list of a cooperative, parish or company'],
  planner: ['Perencana', 'reads coverage, enters targets and denominators'],
  registration_officer: ['Petugas kepesertaan', 'records agreements, accepts rosters, bills'],
  claims_verifier: ['Verifikator klaim', 'checks the claims assigned'],
  approver: ['Penyetuju', 'approves what another has prepared'],
  finance_officer: ['Petugas keuangan', 'imports payments'],
  auditor: ['Auditor', 'reads everything that was done'],
  administrator: ['Pengelola', 'makes accounts and gives roles'],
};

const purposes: Record<Permission, string> = {
  'reference.read': 'Places, partners, funds: no personal data',
  'reference.manage': 'Load the official lists',
  'people.read': 'Find people, masked; see membership and cover',
  'people.reveal': 'Read the sealed data of one person in clear, saying why',
  'people.settle': 'See NIKs that several people claim, and settle whose they are',
  'people.merge': 'Make two records one person, or two again; decide likely duplicates',
  'deaths.record':
    'Record that somebody died, on what evidence, or withdraw what no paper certifies; what they held ends, and months billed beyond are told',
  'deaths.overturn': 'Withdraw a death that a paper certifies',
  'rosters.read': 'See rosters and their verdicts',
  'rosters.send': 'Send a roster',
  'rosters.review': 'Compare doubtful rows with people in scope, and decide',
  'rosters.accept': 'Enrol the good rows of a roster',
  'agreements.read': 'See agreements and decrees',
  'agreements.manage': 'Record partners, funds, agreements, decrees',
  'billing.read': 'See bills, payments, the ledger',
  'billing.lines': 'See whom a bill asks for, by name, and the decree each rests on',
  'billing.run': 'Bill an agreement',
  'billing.cancel': 'Cancel a bill on which nothing was paid',
  'payments.import': 'Import a bank statement',
  'coverage.read': 'See who is covered, in numbers',
  'members.import': 'Import the member file of a BPJS branch, and write one for it',
  'members.compare': 'See what BPJS states beside what was paid here',
  'members.list': 'See the list of a partner: members, entrants, leavers, who is missing',
  'members.end':
    'Record who left the list of a partner, and take it back; a death said so waits for who may record it',
  'offices.read': 'See the seats of village bodies, their holders and who is covered',
  'offices.manage': 'Record seats and holders; replace a holder',
  'seekers.read': 'See who looks for work, and the training they wish for',
  'seekers.manage': 'Record who looks for work, and that they found it',
  'selection.read': 'See local rules, and the lists that villages propose',
  'selection.rules': 'Record who is vulnerable by the law of an area',
  'selection.prepare': 'Assess people, rank a list, record what the village meeting decided',
  'selection.verify': 'Verify or strike people of a list made by others, record its decree',
  'selection.enrol': 'Make members of those whom a decree names',
  'registration.read': 'See who waits to be registered at the branch, and whom it rejected',
  'registration.complete': 'Fill in what the branch asks of a member; say that a rejection is mended',
  'registration.export': "Make the branch's registration sheet, with NIKs in clear, and take in its answer",
  'funding.compare': 'See whom two funds pay for at once, and what each could save',
  'coverage.manage': 'Enter targets and denominators; fold the count',
  'users.manage': 'Make accounts, give and end roles',
  'audit.read': 'Read the audit log',
  'register.keep': 'Back up, restore, reseal: at the machine itself only',
};

/** The page as text. */
export function accessPage(): string {
  const all = Object.keys(permissions) as Permission[];
  return `${[
    '# Who may do what',
    '',
    '<!-- Made by `node server/src/access-page.ts`; a test compares it, and asks the server itself role by role. -->',
    '',
    'A user holds **roles**, each in the subtree of one area or for one partner, from a day and until a day. A role holds',
    '**permissions**. A permission names one purpose: it opens only the groups of tables that the purpose needs, and of those only',
    'the rows in the areas and of the partners for which the role is held. The database enforces it (row-level security); what is',
    'not opened here cannot be read by any route.',
    '',
    '## Roles',
    '',
    ...table(
      ['role', 'Indonesian', 'does', 'second factor'],
      roles.map((role) => [
        code(role),
        ...roleNames[role],
        rolesNeedingSecondFactor.includes(role) ? 'required' : 'beyond one village',
      ]),
    ),
    '',
    'Where a second factor is required and not yet switched on, and where somebody else chose the password, nothing but the',
    'account page answers. Accounts of the example are let off the second factor while the server listens on this machine only;',
    'where others can reach it they open nothing.',
    '',
    'An administrator gives and ends roles inside their own areas, never their own. A password is reset, or a second factor taken',
    'away, only by an administrator of everything the user may do. The first administrator is made at the terminal, which holds',
    'the keys and the database and may do everything.',
    '',
    '## Permissions',
    '',
    ...table(
      ['permission', 'purpose', 'opens', ...roles.map((role) => role.replaceAll('_', ' '))],
      all.map((permission) => [
        code(permission),
        purposes[permission],
        permissions[permission].groups.join(', ') || '–',
        ...roles.map((role) => (roleHolds(role, permission) ? '●' : '')),
      ]),
    ),
    '',
    '## Addresses',
    '',
    'Whoever is not signed in gets 401 (but where it says "no sign-in"); whoever lacks the permission gets 403; what lies outside the scope is not found (404).',
    '',
    ...table(
      ['address', 'what it does', 'permission'],
      operations().map(({ method, path, summary, permission, isOpen }) => [
        code(`${method.toUpperCase()} /api${path}`),
        summary,
        isOpen ? 'no sign-in' : permission === undefined ? 'none' : code(permission),
      ]),
    ),
  ].join('\n')}\n`;
}

/** One address of the interface, and the permission it names; undefined where none is needed. */
interface AddressRule {
  readonly method: string;
  readonly path: string;
  readonly summary: string;
  readonly permission: string | undefined;
  /** True where nobody needs to sign in. */
  readonly isOpen: boolean;
}

/** Every address of the interface, in the order of the document. */
export function operations(): AddressRule[] {
  return Object.entries(apiDocument().paths ?? {}).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]: [string, object]) => ({
      method,
      path,
      summary: textIn(operation, 'summary') ?? '',
      permission: textIn(operation, 'x-permission'),
      isOpen: isEmptyList(Reflect.get(operation, 'security')),
    })),
  );
}

function textIn(operation: object, key: string): string | undefined {
  const value: unknown = Reflect.get(operation, key);
  return typeof value === 'string' ? value : undefined;
}

const isEmptyList = (value: unknown): boolean => Array.isArray(value) && value.length === 0;

const code = (text: string): string => `\`${text}\``;

function table(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)];
}

if (import.meta.main) writeFileSync(accessPagePath, accessPage());
