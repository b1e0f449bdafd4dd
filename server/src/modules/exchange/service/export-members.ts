import { type Nik, parseNik } from '@payung/identity';
import { lastDay, type Month } from '@payung/kernel';
import { areaPlace, branchPlace, formatAreaCode } from '#areas';
import { subtree } from '#platform/access';
import { type Context, change, readInBatches, type Tx } from '#platform/context';
import { Refusal } from '#platform/refusal';
import type { TableStream } from '#platform/spreadsheet';
import { nikHasher } from '../nik-hash.ts';
import { type CoveredPerson, countCovered, streamCovered } from '../store/covered.ts';

export interface ExportWanted {
  readonly month: Month;
  /** A branch and all it serves, or one area of any level. */
  readonly of: { readonly branchId: string } | { readonly area: number };
  /** Agreed with whoever receives the file; without it the column of hashed numbers stays empty. Kept nowhere. */
  readonly salt?: string | undefined;
}

/**
 * Who is covered in a month, for a branch or a village, as a table under headings that `importMembers` reads, written as it is read:
 * never a NIK, but under an agreed salt its hash. Every such file is audited, because it leaves the house.
 *
 * @throws Refusal auth.forbidden, branches.notFound, areas.notFound, areas.outsideScope, members.saltShort
 */
export async function exportMembers(
  ctx: Context,
  wanted: ExportWanted,
): Promise<TableStream & { readonly people: number }> {
  const { month } = wanted;
  const hashOf = wanted.salt === undefined ? undefined : nikHasher(wanted.salt);
  const { areas, people } = await change(ctx, 'members.import', async (tx) => {
    const found = await areasOf(tx, wanted);
    const counted = await countCovered(tx, found, month);
    await tx.record({
      action: 'members.exported',
      area: found[0] ?? null,
      facts: {
        month,
        areas: found.map(formatAreaCode),
        people: counted,
        hashed: hashOf !== undefined,
      },
    });
    return { areas: found, people: counted };
  });
  return {
    name: `terlindungi-${month}`,
    header: headings,
    people,
    rows: readInBatches(ctx, 'members.import', async function* (tx) {
      for await (const covered of streamCovered(tx, areas, month)) {
        yield covered.map((one) => [
          hashOf === undefined ? '' : hashOfPerson(tx, one, hashOf),
          one.name,
          one.birthDate,
          one.segment,
          one.programmes.join(', '),
          one.paidUntil,
          one.villageName,
          formatAreaCode(one.village),
          one.paidHere ? 'payung' : 'bpjs',
        ]);
      }
    }),
  };
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

/** Empty for somebody without a NIK. */
function hashOfPerson(
  { platform: { sealer, clock } }: Tx,
  { personId, sealed }: CoveredPerson,
  hashOf: (nik: Nik) => string,
): string {
  const nik = parseNik(sealer.open(personId, sealed).nik ?? '', { referenceDay: clock.today() });
  return nik.ok ? hashOf(nik.nik) : '';
}

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
