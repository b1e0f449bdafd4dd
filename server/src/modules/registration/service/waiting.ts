import { type Context, read } from '#platform/context';
import { say } from '#platform/messages';
import type { TableFile } from '#platform/spreadsheet';
import { recommendedHeader } from '#rosters';
import { type Batch, type Incomplete, missingOf, type Rejection } from '../model.ts';
import { listBatches, listRejections } from '../store/batches.ts';
import { listWaiting, type Wanted } from '../store/members.ts';

/** Where registration stands. */
export interface Registration {
  /** Members who would stand on the next sheet. */
  readonly ready: number;
  /** Members of whom something is missing: the first 200, and how many there are. */
  readonly incomplete: readonly Incomplete[];
  readonly incompleteTotal: number;
  readonly rejections: readonly Rejection[];
  readonly batches: readonly Batch[];
}

const SHOWN = 200;

/** Everybody who lacks something or was rejected, as a table to work through; no NIK stands in it. */
export async function workList(ctx: Context, wanted: Wanted = {}): Promise<TableFile> {
  const found = await standing(ctx, wanted);
  const words = WORDS[ctx.language];
  return {
    name: words.file,
    header: words.header,
    rows: [
      ...found.incomplete.map(({ name, villageName, missing }) => [
        name,
        villageName,
        words.incomplete,
        missing.map((field) => recommendedHeader(field)).join(', '),
        words.fill,
      ]),
      ...found.rejections.map(({ name, villageName, reason, words: said, corrected }) => {
        const { text, remedy } = say(ctx.language, reason);
        return [
          name,
          villageName,
          corrected ? words.mended : words.rejected,
          [text, said ?? ''].join(' ').trim(),
          remedy,
        ];
      }),
    ],
  };
}

const WORDS = {
  id: {
    file: 'daftar-kerja-pendaftaran',
    header: ['Nama', 'Desa', 'Keadaan', 'Apa', 'Jalan keluar'],
    incomplete: 'belum lengkap',
    rejected: 'ditolak cabang',
    mended: 'ditolak, sudah diperbaiki',
    fill: 'Lengkapi di halaman Pendaftaran, atau kirim daftar baru.',
  },
  en: {
    file: 'registration-work-list',
    header: ['Name', 'Village', 'State', 'What', 'Remedy'],
    incomplete: 'incomplete',
    rejected: 'rejected by the branch',
    mended: 'rejected, mended',
    fill: 'Fill it in on the page Registration, or send another list.',
  },
} as const;

/** Who waits to be registered at the branch, what they lack, whom it rejected, and the sheets made. */
export async function getRegistration(ctx: Context, wanted: Wanted = {}): Promise<Registration> {
  const found = await standing(ctx, wanted);
  return { ...found, incomplete: found.incomplete.slice(0, SHOWN) };
}

/** The same with everybody. */
function standing(ctx: Context, wanted: Wanted): Promise<Registration> {
  return read(ctx, 'registration.read', async (tx) => {
    const today = ctx.platform.clock.today();
    const waiting = await listWaiting(tx, wanted, today);
    const incomplete = waiting.flatMap((member): Incomplete[] => {
      const missing = missingOf(member);
      const { personId, name, villageName } = member;
      return missing.length === 0 ? [] : [{ personId, name, villageName, missing }];
    });
    return {
      ready: waiting.length - incomplete.length,
      incomplete,
      incompleteTotal: incomplete.length,
      rejections: await listRejections(tx, today),
      batches: await listBatches(tx),
    };
  });
}
