import { formatMonth, type Month } from '@payung/kernel';
import { loadVillageIndex } from '#areas';
import { type MembershipInForce, membershipsInForce, replaceStatedCover } from '#memberships';
import { type Context, change, changeIfDue, match, read, type Tx } from '#platform/context';
import { digestOf } from '#platform/files';
import { newId } from '#platform/ids';
import { finishProgress, type Job, moveProgress, openProgress, queueJob } from '#platform/jobs';
import { maskText } from '#platform/log';
import { type Facts, Refusal } from '#platform/refusal';
import { FILE_LIMITS, FileProblem, readInWorker } from '#rosters';
import type { MemberImport } from '../model.ts';
import { nikHasher } from '../nik-hash.ts';
import { MembershipNumbers } from '../read/membership-numbers.ts';
import { insertDoubts } from '../store/doubts.ts';
import * as store from '../store/files.ts';
import * as imports from '../store/imports.ts';
import { type CheckedMembers, MemberChecker } from './member-checker.ts';
import { placeOf, statedMembers, statingFile } from './stating-file.ts';

export interface MemberFileInput {
  readonly branchId: string;
  /** The month whose active members the file lists. */
  readonly month: Month;
  readonly fileName: string;
  readonly content: Uint8Array;
  /** Agreed with the branch, for files whose NIKs are hashed; sealed with the file, and destroyed with it. */
  readonly salt?: string | undefined;
}

/** What reading the file came to. */
interface Checked extends CheckedMembers {
  readonly dropped: readonly string[];
  readonly inForce: readonly MembershipInForce[];
}

/**
 * Takes in a branch's file of active members of a month: keeps it sealed and queues its import. The file that stands for the branch
 * and month, sent again, changes nothing, and neither does one whose import runs: `repeated` is then true.
 *
 * The import matches each row as a row of a roster is, and whoever it surely means is covered in that month on the evidence of BPJS,
 * in place of what an earlier file of the branch and month said. Nothing is booked, nobody is added to the base, and neither the
 * file nor the salt is kept once it has ended.
 *
 * @throws Refusal auth.forbidden, file.empty, file.tooLarge, branches.notFound, areas.outsideScope, members.monthNotBegun,
 *   members.saltShort
 */
export async function sendMembers(
  ctx: Context,
  input: MemberFileInput,
): Promise<{ importId: string; repeated: boolean }> {
  const size = input.content.byteLength;
  const { month, fileName } = input;
  if (size === 0) throw new Refusal('file.empty');
  if (size > FILE_LIMITS.bytes) throw new Refusal('file.tooLarge', { bytes: size, limit: FILE_LIMITS.bytes });
  if (month > ctx.platform.clock.thisMonth()) {
    throw new Refusal('members.monthNotBegun', { month: formatMonth(month, ctx.language) });
  }
  if (input.salt !== undefined) nikHasher(input.salt);
  const digest = digestOf(input.content);
  const { branch, before } = await read(ctx, 'members.import', async (tx) => {
    const found = await placeOf(tx, input.branchId, month);
    const standing = await store.findStanding(tx, found.branchId, month);
    const running = await imports.findRunning(tx, found.branchId, month, digest);
    return { branch: found, before: standing?.digest === digest ? standing.file.fileId : running };
  });
  if (before !== undefined) return { importId: before, repeated: true };
  const importId = newId();
  const { branchId, areas } = branch;
  await ctx.platform.files.put(importId, packed(input));
  try {
    await change(ctx, 'members.import', async (tx) => {
      await imports.insertImport(tx, {
        importId,
        branchId,
        month,
        areas,
        fileName: fileName.slice(0, 200),
        digest,
      });
      await openProgress(tx, {
        subjectId: importId,
        task: importMembersJob,
        area: areas[0] ?? 0,
        partnerId: null,
      });
      await queueJob(tx, importMembersJob, importId);
      await tx.record({
        action: 'members.sent',
        subjectKind: 'member_file',
        subjectId: importId,
        area: areas[0] ?? null,
        facts: { branch: branchId, month, bytes: size },
        digest: Buffer.from(digest, 'hex'),
      });
    });
  } catch (error) {
    await ctx.platform.files.remove(importId);
    // Two uploads of one file at once: the other one is imported.
    const other = await read(ctx, 'members.import', (tx) => imports.findRunning(tx, branchId, month, digest));
    if (other !== undefined) return { importId: other, repeated: true };
    throw error;
  }
  return { importId, repeated: false };
}

const importMembersJob = 'members.import';

/**
 * Imports a member file. All or nothing: killed half-way it leaves nothing, and begins anew. A file that cannot be imported is an
 * answer, kept with the import.
 */
export const importMembers: Job = {
  name: importMembersJob,
  async run(ctx, importId) {
    const one = await read(ctx, 'members.import', (tx) => imports.findImport(tx, importId));
    if (one?.state === 'received') {
      try {
        const input = unpacked(await ctx.platform.files.get(importId));
        const checked = await check(ctx, { ...input, importId, month: one.month });
        await changeIfDue(ctx, 'members.import', (tx) => keep(tx, one, checked));
      } catch (error) {
        const problem = problemOf(error);
        if (problem === undefined) throw error;
        await fail(ctx, importId, problem);
      }
    }
    await ctx.platform.files.remove(importId);
  },
  async giveUp(ctx, importId) {
    await fail(ctx, importId, { code: 'server.error', facts: {} });
    await ctx.platform.files.remove(importId);
  },
};

/** Failures that trying again cannot mend: they belong to the file or to the rights of whoever sent it. */
function problemOf(error: unknown): { code: string; facts: Facts } | undefined {
  return error instanceof FileProblem || error instanceof Refusal
    ? { code: error.code, facts: error.facts }
    : undefined;
}

async function fail(ctx: Context, importId: string, problem: { code: string; facts: Facts }): Promise<void> {
  await change(ctx, 'members.import', async (tx) => {
    await imports.endImport(tx, importId, problem);
    await finishProgress(tx, importId, problem);
    await tx.record({
      action: 'members.importFailed',
      subjectKind: 'member_file',
      subjectId: importId,
      facts: { code: problem.code },
    });
  });
}

/** The salt lies sealed with the file, and goes with it. */
function packed({ salt = '', content }: Pick<MemberFileInput, 'salt' | 'content'>): Uint8Array {
  const text = Buffer.from(salt, 'utf8');
  const head = Buffer.alloc(2);
  head.writeUInt16BE(text.byteLength);
  return Buffer.concat([head, text, content]);
}

function unpacked(bytes: Uint8Array): Pick<MemberFileInput, 'salt' | 'content'> {
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = 2 + whole.readUInt16BE(0);
  const salt = whole.toString('utf8', 2, end);
  return { salt: salt === '' ? undefined : salt, content: whole.subarray(end) };
}

/** Judges every row, with the eyes of the matching role. */
async function check(
  ctx: Context,
  input: Pick<MemberFileInput, 'salt' | 'content' | 'month'> & { readonly importId: string },
): Promise<Checked> {
  const hashOf = input.salt === undefined ? undefined : nikHasher(input.salt);
  const villages = await read(ctx, 'members.import', loadVillageIndex);
  return match(ctx, 'members.import', async (tx) => {
    const checker = new MemberChecker(ctx, tx, { month: input.month, villages, hashOf });
    const numbers = new MembershipNumbers();
    await readInWorker(
      input.content,
      async ({ sheets, rows }) => {
        numbers.add(sheets, rows);
        await checker.judge(rows);
        await match(ctx, 'members.import', (telling) =>
          moveProgress(telling, input.importId, 'checking', checker.rowsIn, null),
        );
      },
      { required: ['name'] },
    );
    const result = checker.result();
    const people = [...new Set(result.covered.map(({ personId }) => personId))];
    return {
      ...result,
      dropped: numbers.headings().map((heading) => maskText(heading)),
      inForce: await membershipsInForce(tx, people, input.month),
    };
  });
}

/** False when the import had ended meanwhile. */
async function keep(
  tx: Tx,
  { importId, branchId, month, fileName, digest }: MemberImport,
  { rows, doubts, covered, counts, dropped, inForce }: Checked,
): Promise<boolean> {
  const branch = await placeOf(tx, branchId, month);
  const { areas } = branch;
  await store.lockBranch(tx, branchId);
  if (!(await imports.endImport(tx, importId, null))) return false;
  const standing = await store.findStanding(tx, branchId, month);
  if (standing !== undefined) await store.setReplaced(tx, standing.file.fileId);
  const stating = await statingFile(tx, branch, month);
  const people = await replaceStatedCover(tx, {
    ...stating,
    members: statedMembers(covered, inForce, stating.partnerId),
    peopleBefore: standing?.file.people ?? 0,
  });
  await store.insertFile(tx, {
    fileId: importId,
    branchId,
    month,
    areas,
    fileName,
    digest,
    dropped,
    counts,
    people,
  });
  await store.insertRows(tx, importId, areas, rows);
  await insertDoubts(tx, importId, areas, doubts);
  await moveProgress(tx, importId, 'covering', counts.rowsIn, counts.rowsIn);
  await finishProgress(tx, importId, null);
  await tx.record({
    action: 'members.imported',
    subjectKind: 'member_file',
    subjectId: importId,
    area: areas[0] ?? null,
    facts: { branch: branchId, month, ...counts, people, dropped: dropped.length },
    digest: Buffer.from(digest, 'hex'),
  });
  return true;
}
