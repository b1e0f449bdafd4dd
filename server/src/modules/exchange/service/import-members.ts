import { formatMonth, lastDay, type Month } from '@payung/kernel';
import { type BranchPlace, branchPlace, formatAreaCode, loadVillageIndex } from '#areas';
import {
  type MembershipInForce,
  membershipsInForce,
  replaceStatedCover,
  type StatedMember,
} from '#memberships';
import { purseOfBranch } from '#partners';
import { scopeHasArea } from '#platform/access';
import { type Context, change, match, read, type Tx } from '#platform/context';
import { digestOf } from '#platform/files';
import { newId } from '#platform/ids';
import { maskText } from '#platform/log';
import { say } from '#platform/messages';
import { Refusal } from '#platform/refusal';
import { FILE_LIMITS, FileProblem, readInWorker } from '#rosters';
import type { MemberFile } from '../model.ts';
import { nikHasher } from '../nik-hash.ts';
import { MembershipNumbers } from '../read/membership-numbers.ts';
import * as store from '../store/files.ts';
import { type CoveredMember, MemberChecker } from './member-checker.ts';

export interface MemberFileInput {
  readonly branchId: string;
  /** The month whose active members the file lists. */
  readonly month: Month;
  readonly fileName: string;
  readonly content: Uint8Array;
  /** Agreed with the branch, for files whose NIKs are hashed; kept nowhere. */
  readonly salt?: string | undefined;
}

/** What an import did. */
export interface MembersImported extends MemberFile {
  /** True when this very file stands already for the branch and month: nothing changed. */
  readonly repeated: boolean;
}

/** What reading the file came to. */
interface Checked extends ReturnType<MemberChecker['result']> {
  readonly dropped: readonly string[];
  readonly inForce: readonly MembershipInForce[];
}

/**
 * Imports a branch's file of active members of a month: each row is matched as a row of a roster is, and whoever it surely means
 * is covered in that month on the evidence of BPJS, in place of what an earlier file of the branch and month said. Nothing is
 * booked, nobody is added to the base, and the file itself is not kept.
 *
 * All or nothing: killed half-way it leaves nothing, and may be run again.
 *
 * @throws Refusal auth.forbidden, file.empty, file.tooLarge, branches.notFound, areas.outsideScope, members.monthNotBegun,
 *   members.fileUnreadable, members.saltMissing, members.saltShort, members.saltUnfit
 */
export async function importMembers(ctx: Context, input: MemberFileInput): Promise<MembersImported> {
  const size = input.content.byteLength;
  if (size === 0) throw new Refusal('file.empty');
  if (size > FILE_LIMITS.bytes) throw new Refusal('file.tooLarge', { bytes: size, limit: FILE_LIMITS.bytes });
  if (input.month > ctx.platform.clock.thisMonth()) {
    throw new Refusal('members.monthNotBegun', { month: formatMonth(input.month, ctx.language) });
  }
  const digest = digestOf(input.content);
  const { branch, standing } = await read(ctx, 'members.import', async (tx) => {
    const found = await branchPlace(tx, input.branchId, lastDay(input.month));
    const outside = found.areas.find((area) => !scopeHasArea(tx.scope, area));
    // A part of what a branch states would look like the whole, and replace it.
    if (outside !== undefined) throw new Refusal('areas.outsideScope', { code: formatAreaCode(outside) });
    return { branch: found, standing: await store.findStanding(tx, found.branchId, input.month) };
  });
  if (standing?.digest === digest) return { ...standing.file, repeated: true };
  const checked = await check(ctx, input).catch((error: unknown) => {
    if (!(error instanceof FileProblem)) throw error;
    throw new Refusal('members.fileUnreadable', { problem: say(ctx.language, error.code, error.facts).text });
  });
  return change(ctx, 'members.import', (tx) => keep(tx, branch, input, digest, checked));
}

/** Judges every row, with the eyes of the matching role. */
async function check(ctx: Context, input: MemberFileInput): Promise<Checked> {
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

async function keep(
  tx: Tx,
  branch: BranchPlace,
  { month, fileName }: MemberFileInput,
  digest: string,
  { rows, covered, counts, dropped, inForce }: Checked,
): Promise<MembersImported> {
  const { branchId, areas } = branch;
  await store.lockBranch(tx, branchId);
  const standing = await store.findStanding(tx, branchId, month);
  if (standing !== undefined) await store.setReplaced(tx, standing.file.fileId);
  const year = Number(month.slice(0, 4));
  const purse = await purseOfBranch(tx, { name: branch.name, area: areas[0] ?? 0 }, year);
  const people = await replaceStatedCover(tx, {
    branchId,
    ...purse,
    month,
    members: statedMembers(covered, inForce, purse.partnerId),
    peopleBefore: standing?.file.people ?? 0,
    nextStated: await store.nextStated(tx, branchId, month),
  });
  const fileId = newId();
  await store.insertFile(tx, {
    fileId,
    branchId,
    month,
    areas,
    fileName: fileName.slice(0, 200),
    digest,
    dropped,
    counts,
    people,
  });
  await store.insertRows(tx, fileId, areas, rows);
  await tx.record({
    action: 'members.imported',
    subjectKind: 'member_file',
    subjectId: fileId,
    area: areas[0] ?? null,
    facts: { branch: branchId, month, ...counts, people, dropped: dropped.length },
    digest: Buffer.from(digest, 'hex'),
  });
  return { ...(await store.getFile(tx, fileId)), repeated: false };
}

/** Each person covered, with the membership that the cover belongs to: one agreed here before one that only this branch states. */
function statedMembers(
  covered: readonly CoveredMember[],
  inForce: readonly MembershipInForce[],
  branchPartner: string,
): StatedMember[] {
  const byPerson = Map.groupBy(
    inForce.filter(({ agreed, partnerId }) => agreed || partnerId === branchPartner),
    ({ canonicalId, segment }) => `${canonicalId} ${segment}`,
  );
  return covered.map(({ personId, village, segment, programmes }) => ({
    personId,
    segment,
    programmes,
    area: village,
    membership: byPerson.get(`${personId} ${segment}`)?.[0],
  }));
}
