import { type Context, read, readInBatches } from '#platform/context';
import { type Language, say } from '#platform/messages';
import type { TableStream } from '#platform/spreadsheet';
import { recommendedHeader } from '#rosters';
import {
  type Batch,
  fillable,
  type Incomplete,
  personCode,
  type Readiness,
  type Rejection,
  type Wanted,
} from '../model.ts';
import { listBatches, listRejections } from '../store/batches.ts';
import { findReadiness, streamIncomplete } from '../store/waiting.ts';

/** Where registration stands. */
export interface Registration extends Readiness {
  /** The first 200, newest first. */
  readonly rejections: readonly Rejection[];
  readonly rejectionsTotal: number;
  readonly batches: readonly Batch[];
}

const SHOWN = 200;

/** Who waits to be registered at the branch, what they lack, whom it rejected, and the sheets made. Opens no envelope. */
export function getRegistration(ctx: Context, wanted: Wanted = {}): Promise<Registration> {
  return read(ctx, 'registration.read', async (tx) => {
    const today = ctx.platform.clock.today();
    const rejections = await listRejections(tx, today);
    return {
      ...(await findReadiness(tx, wanted, today, SHOWN)),
      rejections: rejections.slice(0, SHOWN),
      rejectionsTotal: rejections.length,
      batches: await listBatches(tx),
    };
  });
}

/** Everybody who lacks something or was rejected, as a table to fill in and to bring back (`completeMembers`), batch by batch; no
 * NIK stands in it. */
export async function workList(
  ctx: Context,
  wanted: Wanted = {},
): Promise<TableStream & { readonly people: number }> {
  const today = ctx.platform.clock.today();
  const { incompleteTotal, rejectionsTotal } = await getRegistration(ctx, wanted);
  const words = WORDS[ctx.language];
  return {
    name: words.file,
    header: [...words.header, ...fillable.map(([field]) => recommendedHeader(field)), personCode],
    people: incompleteTotal + rejectionsTotal,
    countLabel: words.count,
    rows: readInBatches(ctx, 'registration.read', async function* (tx) {
      for await (const people of streamIncomplete(tx, wanted, today))
        yield people.map((one) => incompleteRow(ctx.language, one));
      yield (await listRejections(tx, today)).map((one) => rejectedRow(ctx.language, one));
    }),
  };
}

function incompleteRow(language: Language, { personId, name, villageName, missing }: Incomplete): string[] {
  const words = WORDS[language];
  return [
    name,
    villageName,
    words.incomplete,
    missing.map((field) => recommendedHeader(field)).join(', '),
    words.fill,
    ...fillable.map(() => ''),
    personId,
  ];
}

function rejectedRow(language: Language, one: Rejection): string[] {
  const words = WORDS[language];
  const { text, remedy } = say(language, one.reason);
  return [
    one.name,
    one.villageName,
    one.corrected ? words.mended : words.rejected,
    [text, one.words ?? ''].join(' ').trim(),
    remedy,
    ...fillable.map(() => ''),
    one.personId,
  ];
}

const WORDS = {
  id: {
    file: 'daftar-kerja-pendaftaran',
    header: ['Nama', 'Desa', 'Keadaan', 'Apa', 'Jalan keluar'],
    count: 'Jumlah baris',
    incomplete: 'belum lengkap',
    rejected: 'ditolak cabang',
    mended: 'ditolak, sudah diperbaiki',
    fill: 'Isi kolom yang kosong, lalu muat berkas ini di halaman Pendaftaran.',
  },
  en: {
    file: 'registration-work-list',
    header: ['Name', 'Village', 'State', 'What', 'Remedy'],
    count: 'Rows',
    incomplete: 'incomplete',
    rejected: 'rejected by the branch',
    mended: 'rejected, mended',
    fill: 'Fill in the empty columns, then take this file in on the page Registration.',
  },
} as const;
