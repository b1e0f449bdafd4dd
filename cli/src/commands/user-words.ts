import { type Day, formatDay, parseDay } from '@payung/kernel';
import {
  formatAreaCode,
  type Language,
  listUsers,
  type NewGrant,
  parseAreaCode,
  Refusal,
  type Role,
  roles,
  type User,
  wordOf,
} from '@payung/server/local';
import type { Terminal } from '../command.ts';
import { fill } from '../fill.ts';

/** What the commands of `payung user` say. */
const texts = {
  id: {
    badRole: 'Tidak ada peran {value}. Pilih salah satu: {roles}.',
    badArea: 'Bukan kode wilayah: {value}. Tulis misalnya 53.04 untuk Belu.',
    badDay: 'Bukan tanggal: {value}. Tulis misalnya 2027-01-01.',
    onePlace: 'Beri tepat satu dari --area dan --partner.',
    added: 'Akun {email} dibuat.',
    password: 'Kata sandi sekali pakai: {password}',
    handOver:
      'Serahkan langsung kepada orangnya; ia harus menggantinya saat pertama masuk. Tidak tersimpan di mana pun.',
    granted: '{email} kini {role} di {place}.',
    ended: 'Pemberian peran {grant} berakhir hari ini.',
    secondFactorGone: 'Verifikasi dua langkah {email} dihapus; semua sesinya berakhir.',
    nobody:
      'Belum ada akun. Buat yang pertama: payung user add EMAIL --name NAMA --role administrator --area 53',
    withFactor: 'dua langkah',
    mustChange: 'kata sandi harus diganti',
    example: 'contoh',
    noGrant: 'tanpa peran',
    from: 'dari',
    until: 'sampai sebelum',
  },
  en: {
    badRole: 'There is no role {value}. Choose one of: {roles}.',
    badArea: 'Not the code of an area: {value}. Write 53.04 for Belu, for example.',
    badDay: 'Not a day: {value}. Write 2027-01-01, for example.',
    onePlace: 'Give exactly one of --area and --partner.',
    added: 'Account {email} was made.',
    password: 'One-time password: {password}',
    handOver: 'Hand it to the person directly; it must be changed at the first sign-in. It is kept nowhere.',
    granted: '{email} is now {role} in {place}.',
    ended: 'Grant {grant} ends today.',
    secondFactorGone: 'The second factor of {email} is gone; all their sessions have ended.',
    nobody:
      'There is no account yet. Make the first: payung user add EMAIL --name NAME --role administrator --area 53',
    withFactor: 'second factor',
    mustChange: 'must change the password',
    example: 'example',
    noGrant: 'no role',
    from: 'from',
    until: 'until before',
  },
} as const;

type Words = keyof (typeof texts)['id'];

/** A sentence of `payung user` with its facts. */
export function word(language: Language, key: Words, facts: Readonly<Record<string, string>> = {}): string {
  return fill(texts[language][key], language, facts);
}

/** The options by which a role is given. */
export const grantOptions = {
  role: { type: 'string' },
  area: { type: 'string' },
  partner: { type: 'string' },
  from: { type: 'string' },
  until: { type: 'string' },
} as const;

/** A role as typed, read: or what is wrong with it, in the language of the terminal. */
export function readGrant(
  values: { readonly [K in keyof typeof grantOptions]?: string | undefined },
  language: Language,
): NewGrant | string {
  const role = roles.find((known): known is Role => known === values.role);
  if (role === undefined) {
    return word(language, 'badRole', { value: values.role ?? '–', roles: roles.join(', ') });
  }
  if ((values.area === undefined) === (values.partner === undefined)) return word(language, 'onePlace');
  const area = values.area === undefined ? undefined : parseAreaCode(values.area);
  if (values.area !== undefined && area === undefined)
    return word(language, 'badArea', { value: values.area });
  const days: Partial<Record<'from' | 'until', Day>> = {};
  for (const key of ['from', 'until'] as const) {
    const typed = values[key];
    if (typed === undefined) continue;
    const value = parseDay(typed);
    if (value === undefined) return word(language, 'badDay', { value: typed });
    days[key] = value;
  }
  return { role, place: area === undefined ? { partnerId: values.partner ?? '' } : { area }, ...days };
}

/** A role in words. */
export function roleName(language: Language, role: string): string {
  return wordOf(language, 'role', role) ?? role;
}

/** Where a role is held, as people write it. */
export function placeOf(grant: {
  readonly area?: number | null;
  readonly partnerId?: string | null;
}): string {
  return typeof grant.area === 'number' ? formatAreaCode(grant.area) : (grant.partnerId ?? '');
}

/**
 * The account with this address.
 *
 * @throws Refusal users.notFound
 */
export async function getUser(context: Awaited<ReturnType<Terminal['open']>>, email: string): Promise<User> {
  const [user] = await listUsers(context, email);
  if (user === undefined) throw new Refusal('users.notFound', { email });
  return user;
}

/** An account on a few lines: the address, what is remarkable about it, and each role. */
export function describeUser(user: User, language: Language): string {
  const marks = [
    ...(user.secondFactor ? [word(language, 'withFactor')] : []),
    ...(user.mustChangePassword ? [word(language, 'mustChange')] : []),
    ...(user.example ? [word(language, 'example')] : []),
    ...(user.grants.length === 0 ? [word(language, 'noGrant')] : []),
  ];
  const head = `${user.email} · ${user.name}${marks.length === 0 ? '' : ` (${marks.join(', ')})`}`;
  const grants = user.grants.map((grant) => {
    const from = `${word(language, 'from')} ${formatDay(grant.from, language)}`;
    const until =
      grant.until === null ? '' : ` ${word(language, 'until')} ${formatDay(grant.until, language)}`;
    return `  ${roleName(language, grant.role)} · ${placeOf(grant)} · ${from}${until} · ${grant.grantId}`;
  });
  return [head, ...grants].join('\n');
}
