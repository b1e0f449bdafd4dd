import { day, type Month, month, monthIndex, rupiah } from '@payung/kernel';
import { loadAreas } from '#areas';
import { followFacts } from '#coverage';
import { createAgreement, createFund, createPartner } from '#partners';
import type { Context } from '#platform/context';
import type { Facts } from '#platform/refusal';
import { acceptRoster, checkRoster, listRosterRows, requestAcceptance, sendRoster } from '#rosters';
import { type TestPlatform, testPlatform } from '#testing';
import { getImport, importMembers, type MemberFile, type MemberFileInput, sendMembers } from '../index.ts';

export const belu = 5_304_000_000;
export const kupang = 5_371_000_000;
/** The villages where `line` puts people unless told otherwise, and another of the same kecamatan. */
export const fatuketi = 5_304_052_001;
export const salt = 'kunci acak yang disepakati 2026';
/** A membership number as branches print it. */
export const kpj = '21012345678';

/** NIK, name, birth date. */
export const people = {
  yohanes: ['5304051708909001', 'Yohanes Seran Bria', '17-08-1990'],
  maria: ['5304055708889002', 'Maria Goreti Hoar', '17-08-1988'],
  petrus: ['5304050506859003', 'Petrus Bau Mali', '05-06-1985'],
  blasius: ['5371010203809004', 'Blasius Nahak Klau', '02-03-1980'],
} as const;

/** A line of a roster. */
export const line = (who: keyof typeof people, village = 'Fatuketi', district = 'Kakuluk Mesak'): string =>
  [...people[who], village, district].join(';');

export const headings = 'NIK;Nama;Tanggal Lahir;No KPJ;Segmen;Program;Lunas Sampai;NPP';

/** A line of a branch's file. */
export function member(
  who: readonly string[],
  {
    segment = 'BPU',
    until = '2026-11',
    nik = who[0],
  }: { segment?: string; until?: string; nik?: string | undefined } = {},
): string {
  return [nik, who[1], who[2], kpj, segment, 'JKK, JKM', until, 'NN123456'].join(';');
}

/** Sends a file and imports it at once. @throws Error with the code of what the import refused, too */
export async function importNow(
  ctx: Context,
  input: MemberFileInput,
): Promise<MemberFile & { repeated: boolean }> {
  const { importId, repeated } = await sendMembers(ctx, input);
  await importMembers.run(ctx, importId);
  const { import: one, file } = await getImport(ctx, importId);
  if (file === null) throw Object.assign(new Error(one.problem?.code), one.problem);
  return { ...file, repeated };
}

export const text = (lines: readonly string[]): Uint8Array => new TextEncoder().encode(lines.join('\n'));

interface EnrolTerms {
  readonly area?: number;
  readonly kind?: 'apbd_regency' | 'dana_desa' | 'csr';
  readonly segment?: 'BPU' | 'PU';
  readonly startsOn?: string;
}

/** What a roster came to, and the fund of its agreement. */
interface Enrolled {
  readonly verdicts: readonly { readonly reason: string; readonly facts: Facts }[];
  readonly fundId: string;
  readonly fundName: string;
}

/** The areas of NTT with their branches, and the ways in which people get into the register. */
export interface ExchangeWorld extends TestPlatform {
  /** Sends and accepts a roster of its own agreement. */
  enrol(lines: readonly string[], terms?: EnrolTerms): Promise<Enrolled>;
  /** Imports lines as the file of the branch in Atambua: Belu, Malaka and TTU. */
  atambua(
    lines: readonly string[],
    more?: { month?: string; salt?: string },
    ctx?: Context,
  ): Promise<MemberFile & { repeated: boolean }>;
  /** Pays a month of the earliest membership of the person of this name, and counts it. */
  pay(name: string, at: Month): Promise<void>;
  /** Rows of a query as the superuser. */
  look<T extends object>(sql: string, ...values: unknown[]): Promise<T[]>;
}

export async function exchangeWorld(): Promise<ExchangeWorld> {
  const world = await testPlatform();
  const { terminal, database } = world;
  await loadAreas(terminal);
  followFacts();
  const look = async <T extends object>(sql: string, ...values: unknown[]): Promise<T[]> =>
    (await database.superuser.query<T>(sql, values)).rows;
  let agreements = 0;
  return {
    ...world,
    look,
    async enrol(
      lines,
      { area = belu, kind = 'apbd_regency', segment = 'BPU', startsOn = '2026-09-01' } = {},
    ) {
      agreements += 1;
      const number = `PKS-${agreements}`;
      const fundName = `Dana ${number}`;
      const partner = await createPartner(terminal, { kind: 'government', name: `Pemda ${number}`, area });
      const { partnerId } = partner;
      const fund = await createFund(terminal, { kind, name: fundName, partnerId, area, year: 2026 });
      const agreementId = await createAgreement(terminal, {
        partnerId,
        area,
        kind: 'PKS',
        number,
        title: 'Pekerja rentan',
        segment,
        group: 'vulnerable',
        sector: 'other',
        programmes: ['JKK', 'JKM'],
        income: rupiah(1_000_000),
        fundId: fund.fundId,
        from: day('2026-01-01'),
        until: day('2027-01-01'),
      });
      const { rosterId } = await sendRoster(terminal, {
        agreementId,
        fileName: 'daftar.csv',
        content: text(['NIK;Nama;Tanggal Lahir;Desa;Kecamatan', ...lines]),
        startsOn: day(startsOn),
        policy: 'good_rows',
      });
      await checkRoster.run(terminal, rosterId);
      const { rows } = await listRosterRows(terminal, rosterId, {});
      const verdicts = rows
        .filter(({ verdict }) => verdict !== 'ignored')
        .map(({ reason, facts }) => ({ reason, facts }));
      if (rows.some((row) => row.enrol)) {
        await requestAcceptance(terminal, rosterId);
        await acceptRoster.run(terminal, rosterId);
      }
      return { verdicts, fundId: fund.fundId, fundName };
    },
    atambua: (lines, more = {}, ctx = terminal) =>
      importNow(ctx, {
        branchId: 'atambua',
        month: month(more.month ?? '2026-11'),
        fileName: 'peserta aktif.csv',
        content: text([headings, ...lines]),
        salt: more.salt,
      }),
    async pay(name, at) {
      const [paid] = await look<{ cover_id: string; person_id: string }>(
        `insert into cover (person_id, cover_id, membership_id, partner_id, months, programmes, fund_id, evidence, bill_id, area)
         select m.person_id, gen_random_uuid(), m.membership_id, m.partner_id, int4range($1, $1 + 1), 3, m.fund_id, 'ledger',
           gen_random_uuid(), m.area
         from membership m join person p using (person_id)
         where p.name = $2 order by m.recorded_at limit 1 returning cover_id, person_id`,
        monthIndex(at),
        name,
      );
      await look(
        `select set_config('payung.groups', 'coverage', false),
           count_cover_change(array[$1::uuid], array[$2::uuid], '{}', '{}', '{}', '{}')`,
        paid?.person_id,
        paid?.cover_id,
      );
    },
  };
}
