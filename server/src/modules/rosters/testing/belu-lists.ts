import { day, rupiah } from '@payung/kernel';
import { loadAreas } from '#areas';
import { createAgreement, createFund, createPartner } from '#partners';
import type { Context } from '#platform/context';
import { type TestPlatform, testPlatform } from '#testing';
import { acceptRoster, requestAcceptance } from '../service/accept.ts';
import { checkRoster } from '../service/check.ts';
import { listRosterRows } from '../service/read.ts';
import { type RosterFileInput, sendRoster } from '../service/send.ts';

/** Places of the lists. */
export const belu = 5_304_000_000;
export const alor = 5_305_000_000;
export const fatuketi = 5_304_052_001;

const headings = 'NIK;Nama;Tanggal Lahir;L/P;Desa;Kecamatan;Pekerjaan;Nama Ibu';

/** A man of Fatuketi who can be enrolled; a test says only what differs. */
const good = {
  nik: '5304051708909001',
  name: 'Yohanes Seran Bria',
  birth: '17-08-1990',
  sex: 'L',
  village: 'Fatuketi',
  district: 'Kakuluk Mesak',
  work: 'Petani',
  mother: 'Maria Hoar',
};
export type Person = typeof good;

/** A list as CSV, a row for each person. */
export function listOf(...people: readonly Partial<Person>[]): Uint8Array {
  const lines = people.map((person) => Object.values({ ...good, ...person }).join(';'));
  return new TextEncoder().encode([headings, ...lines].join('\n'));
}

const givenNames = [
  'Agustinus',
  'Benyamin',
  'Carolus',
  'Dominikus',
  'Egidius',
  'Ferdinandus',
  'Gaspar',
  'Hilarius',
];
const clans = [
  'Bria',
  'Klau',
  'Manek',
  'Nahak',
  'Tae',
  'Luan',
  'Berek',
  'Mali',
  'Asa',
  'Fahik',
  'Leki',
  'Moruk',
];

/** A platform with the areas, on which lists are sent, checked and accepted. */
export interface Lists extends TestPlatform {
  /** Signs an agreement of an area. @param number no two alike */
  sign(number: string, area?: number): Promise<string>;
  /** Sends a list and checks it. */
  send(
    agreementId: string,
    content: Uint8Array,
    more?: Partial<RosterFileInput>,
    ctx?: Context,
  ): Promise<string>;
  /** Sends a list that records, and checks it. */
  record(
    of: { area: number; partnerId: string },
    content: Uint8Array,
    more?: Partial<RosterFileInput>,
    ctx?: Context,
  ): Promise<string>;
  /** Up to eight people whom nobody else resembles, nor those of another call. @param middle their second name */
  people(count: number, middle?: string): Partial<Person>[];
  accept(rosterId: string, ctx?: Context): Promise<void>;
  /** Verdict and reason of every person row, in file order. */
  verdicts(rosterId: string): Promise<string[]>;
  /** Rows of a query as the superuser. */
  look<T extends object>(sql: string, ...values: unknown[]): Promise<T[]>;
}

export async function beluLists(): Promise<Lists> {
  const world = await testPlatform();
  const { terminal, database } = world;
  await loadAreas(terminal);
  let families = 0;
  return {
    ...world,
    people(count, middle) {
      families += 1;
      const year = 1970 + families;
      return Array.from({ length: count }, (_, n) => ({
        nik: `530405${String(n + 1).padStart(2, '0')}08${String(year).slice(2)}9${String(100 + n)}`,
        name: [givenNames[n], middle, clans[families % clans.length]].filter(Boolean).join(' '),
        birth: `${String(n + 1).padStart(2, '0')}-08-${year}`,
        mother: `Ibu ${givenNames[n]} ${families}`,
      }));
    },
    async sign(number, area = belu) {
      const { partnerId } = await createPartner(terminal, {
        kind: 'government',
        name: `Pemda ${number}`,
        area,
      });
      const fund = { kind: 'apbd_regency', name: `APBD ${number}`, partnerId, area, year: 2026 } as const;
      const { fundId } = await createFund(terminal, fund);
      return createAgreement(terminal, {
        partnerId,
        area,
        kind: 'PKS',
        number,
        title: 'Perlindungan pekerja rentan',
        segment: 'BPU',
        group: 'vulnerable',
        sector: 'other',
        programmes: ['JKK', 'JKM'],
        income: rupiah(1_000_000),
        fundId,
        from: day('2026-01-01'),
        until: day('2027-01-01'),
      });
    },
    async send(agreementId, content, more = {}, ctx = terminal) {
      const input = { agreementId, fileName: 'daftar.csv', content, startsOn: day('2026-11-01') };
      const { rosterId } = await sendRoster(ctx, { ...input, policy: 'good_rows', ...more });
      await checkRoster.run(ctx, rosterId);
      return rosterId;
    },
    async record(of, content, more = {}, ctx = terminal) {
      const input = { ...of, fileName: 'daftar.csv', content, startsOn: day('2026-11-01') };
      const { rosterId } = await sendRoster(ctx, {
        purpose: 'record',
        policy: 'good_rows',
        ...input,
        ...more,
      });
      await checkRoster.run(ctx, rosterId);
      return rosterId;
    },
    async accept(rosterId, ctx = terminal) {
      await requestAcceptance(ctx, rosterId);
      await acceptRoster.run(ctx, rosterId);
    },
    async verdicts(rosterId) {
      const { rows } = await listRosterRows(terminal, rosterId, {});
      return rows
        .filter(({ verdict }) => verdict !== 'ignored')
        .map(({ verdict, reason }) => `${verdict} ${reason}`);
    },
    async look<T extends object>(sql: string, ...values: unknown[]) {
      return (await database.superuser.query<T>(sql, values)).rows;
    },
  };
}
