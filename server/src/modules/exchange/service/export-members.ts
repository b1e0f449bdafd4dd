import { parseNik } from '@payung/identity';
import { lastDay, type Month } from '@payung/kernel';
import { areaPlace, branchPlace, formatAreaCode } from '#areas';
import { csvCell } from '#coverage';
import { subtree } from '#platform/access';
import { type Context, change, type Tx } from '#platform/context';
import { Refusal } from '#platform/refusal';
import { nikHasher } from '../nik-hash.ts';
import { listCovered } from '../store/covered.ts';

export interface ExportWanted {
  readonly month: Month;
  /** A branch and all it serves, or one area of any level. */
  readonly of: { readonly branchId: string } | { readonly area: number };
  /** Agreed with whoever receives the file; without it the column of hashed numbers stays empty. Kept nowhere. */
  readonly salt?: string | undefined;
}

/**
 * Who is covered in a month, for a branch or a village, as CSV under headings that `importMembers` reads: never a NIK, but under an
 * agreed salt its hash. Every such file is audited, because it leaves the house.
 *
 * @throws Refusal auth.forbidden, branches.notFound, areas.notFound, areas.outsideScope, members.saltShort
 */
export async function exportMembers(
  ctx: Context,
  wanted: ExportWanted,
): Promise<{ text: string; people: number }> {
  const hashOf = wanted.salt === undefined ? undefined : nikHasher(wanted.salt);
  const { sealer, clock } = ctx.platform;
  return change(ctx, 'members.import', async (tx) => {
    const areas = await areasOf(tx, wanted);
    const covered = await listCovered(tx, areas, wanted.month);
    const hashOfPerson = (personId: string, sealed: Buffer): string => {
      if (hashOf === undefined) return '';
      const nik = parseNik(sealer.open(personId, sealed).nik ?? '', { referenceDay: clock.today() });
      return nik.ok ? hashOf(nik.nik) : '';
    };
    const lines = covered.map((one) => [
      hashOfPerson(one.personId, one.sealed),
      one.name,
      one.birthDate,
      one.segment,
      one.programmes.join(', '),
      one.paidUntil,
      one.villageName,
      formatAreaCode(one.village),
      one.paidHere ? 'payung' : 'bpjs',
    ]);
    const people = new Set(covered.map(({ personId }) => personId)).size;
    await tx.record({
      action: 'members.exported',
      area: areas[0] ?? null,
      facts: { month: wanted.month, areas: areas.map(formatAreaCode), people, hashed: hashOf !== undefined },
    });
    return {
      text: [headings, ...lines].map((line) => `${line.map(csvCell).join(',')}\r\n`).join(''),
      people,
    };
  });
}

const headings = [
  'Hash NIK',
  'Nama',
  'Tanggal Lahir',
  'Segmen',
  'Program',
  'Lunas Sampai',
  'Desa',
  'Kode Desa',
  'Bukti',
];

/** @throws Refusal areas.outsideScope when the caller does not see all of it: a part would look like the whole */
async function areasOf(tx: Tx, { of, month }: ExportWanted): Promise<readonly number[]> {
  const areas =
    'branchId' in of
      ? (await branchPlace(tx, of.branchId, lastDay(month))).areas
      : [(await areaPlace(tx, of.area)).area.code];
  for (const area of areas) {
    if (!wholeInScope(tx, area)) throw new Refusal('areas.outsideScope', { code: formatAreaCode(area) });
  }
  return areas;
}

function wholeInScope(tx: Tx, area: number): boolean {
  const [from, beyond] = subtree(area);
  return tx.scope.areas.some((range) => range[0] <= from && beyond <= range[1]);
}
