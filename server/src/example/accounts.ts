import type { Role } from '#platform/access';
import type { Context } from '#platform/context';
import { createUser, grantRole, listUsers, type NewGrant } from '#users';
import { belu } from './setup.ts';

/** Published, and only good for accounts of the example: they sign in on this machine alone. */
export const examplePassword = 'payung-contoh-belu';

/** Somebody who may sign in and look around. */
interface ExampleAccount {
  readonly email: string;
  readonly name: string;
  readonly role: Role;
}

const province = 5_300_000_000;
/** The desa of Fatuketi, in kecamatan Kakuluk Mesak. */
const fatuketi = 5_304_052_001;

/** One account for each role. The partner's administrator works for the partner, the others in an area. */
export const exampleAccounts: readonly (ExampleAccount & {
  readonly area: number | 'partner';
})[] = [
  {
    email: 'pendaftaran@contoh.payung',
    name: 'Petugas pendaftaran (contoh)',
    role: 'registration_officer',
    area: belu,
  },
  { email: 'keuangan@contoh.payung', name: 'Petugas keuangan (contoh)', role: 'finance_officer', area: belu },
  { email: 'perencana@contoh.payung', name: 'Perencana (contoh)', role: 'planner', area: province },
  {
    email: 'operator@contoh.payung',
    name: 'Operator desa (contoh)',
    role: 'village_operator',
    area: fatuketi,
  },
  { email: 'pendata@contoh.payung', name: 'Pendata (contoh)', role: 'enumerator', area: fatuketi },
  {
    email: 'mitra@contoh.payung',
    name: 'Pengurus mitra (contoh)',
    role: 'partner_administrator',
    area: 'partner',
  },
  { email: 'klaim@contoh.payung', name: 'Pemeriksa klaim (contoh)', role: 'claims_verifier', area: belu },
  { email: 'penyetuju@contoh.payung', name: 'Penyetuju (contoh)', role: 'approver', area: belu },
  { email: 'pengawas@contoh.payung', name: 'Pengawas (contoh)', role: 'auditor', area: province },
  { email: 'pengelola@contoh.payung', name: 'Pengelola (contoh)', role: 'administrator', area: province },
];

/** Makes the accounts that are not there yet, and gives a role to one that a killed run left without. */
export async function ensureAccounts(ctx: Context, partnerId: string): Promise<void> {
  const known = new Map((await listUsers(ctx)).map((user) => [user.email, user]));
  for (const { email, name, role, area } of exampleAccounts) {
    const grant: NewGrant = { role, place: area === 'partner' ? { partnerId } : { area } };
    const user = known.get(email);
    if (user === undefined) {
      await createUser(ctx, { email, name, password: examplePassword, grant, example: true });
    } else if (user.grants.length === 0) await grantRole(ctx, user.id, grant);
  }
}
