import { loadVillageIndex } from '#areas';
import { membershipsInForce, restateCover, statedOf } from '#memberships';
import { programmesOf } from '#partners';
import { listCompared } from '#people';
import { type Context, change, match, read, type Tx } from '#platform/context';
import { newId } from '#platform/ids';
import { holdsNik } from '#platform/log';
import { Refusal } from '#platform/refusal';
import { type DecisionInput, nameOf, PeopleFinder, type ReviewProgress, type ReviewRow } from '#rosters';
import { judgeMatched, type MemberJudgement, nobodyHere } from '../judge.ts';
import type { MemberFile } from '../model.ts';
import { findStatedArea } from '../store/covered.ts';
import * as decisions from '../store/decisions.ts';
import * as store from '../store/doubts.ts';
import { getFile, lockBranch } from '../store/files.ts';
import type { CoveredMember } from './member-checker.ts';
import { coverTerms } from './questions.ts';
import { compare } from './review.ts';
import { placeOf, statedMembers, statingFile } from './stating-file.ts';

/** A row after a decision, and how far the desk is. */
export type DecidedMemberRow = ReviewProgress & { readonly row: ReviewRow };

/** What a decision is made on. */
interface Matter {
  readonly file: MemberFile;
  readonly doubt: store.MemberDoubt;
}

/**
 * Decides a doubtful row of a member file: it means one of the candidates, none of them, or is left for now. Whoever it means is
 * covered at once on the evidence of BPJS, as by a row that was in no doubt. Deciding again replaces the decision. It is remembered
 * for every later row of the same content, in whichever file.
 *
 * @throws Refusal auth.forbidden, members.fileNotFound, members.fileReplaced, areas.outsideScope, rosters.notInDoubt,
 *   rosters.candidateNotFound, rosters.candidateElsewhere, request.invalid when the reason holds a NIK
 */
export async function decideMember(
  ctx: Context,
  fileId: string,
  ordinal: number,
  input: DecisionInput,
): Promise<DecidedMemberRow> {
  if (input.why !== undefined && holdsNik(input.why)) {
    throw new Refusal('request.invalid', { path: 'why', problem: 'holdsNik' });
  }
  const { file, doubt, visible } = await read(ctx, 'members.import', async (tx) => {
    const matter = await findMatter(tx, fileId, ordinal);
    const asked = matter.doubt.question.items.map(({ person }) => person);
    return { ...matter, visible: new Set((await listCompared(tx, asked)).keys()) };
  });
  const { items } = doubt.question;
  const chosen = input.choice === 'same' ? items[(input.candidate ?? 0) - 1] : undefined;
  if (input.choice === 'same' && chosen === undefined) throw new Refusal('rosters.candidateNotFound');
  // Of somebody the caller may not compare the row with, nothing is decided, but that whom it covers already it does not mean.
  const known = items.filter(({ person }) => visible.has(person) || person === doubt.personId);
  const mayDecide = chosen === undefined ? known.length === items.length : visible.has(chosen.person);
  if (input.choice !== 'left' && !mayDecide) throw new Refusal('rosters.candidateElsewhere');
  const judgement =
    chosen === undefined ? nobodyHere : await judgeChosen(ctx, { file, doubt }, chosen.person);
  const decisionId = newId();
  return change(ctx, 'members.import', async (tx) => {
    const { areas } = await lockFile(tx, file);
    const matter = await findMatter(tx, fileId, ordinal);
    await decisions.undoDecision(tx, fileId, ordinal);
    await decisions.insertDecision(tx, {
      decisionId,
      fileId,
      ordinal,
      rowKey: doubt.rowKey,
      choice: input.choice,
      chosen: chosen === undefined ? null : nameOf(chosen),
      against: input.choice === 'left' ? [] : known.filter((item) => item !== chosen).map(nameOf),
      shown: doubt.question,
      why: input.why ?? null,
      areas,
    });
    await become(ctx, tx, matter, input.choice === 'left' ? undefined : judgement, decisionId);
    await tx.record({
      action: 'members.rowDecided',
      subjectKind: 'member_file',
      subjectId: fileId,
      area: areas[0] ?? null,
      facts: {
        decision: decisionId,
        ordinal,
        choice: input.choice,
        person: input.choice === 'same' ? (chosen?.person ?? null) : null,
      },
    });
    return decided(tx, fileId, ordinal);
  });
}

/**
 * Takes back what was decided of a row: it is in doubt again, and covers nobody. A decision made on an earlier file stays, for
 * other rows.
 *
 * @throws Refusal auth.forbidden, members.fileNotFound, members.fileReplaced, areas.outsideScope, rosters.notInDoubt
 */
export async function reopenMember(ctx: Context, fileId: string, ordinal: number): Promise<DecidedMemberRow> {
  const { file } = await read(ctx, 'members.import', (tx) => findMatter(tx, fileId, ordinal));
  return change(ctx, 'members.import', async (tx) => {
    const { areas } = await lockFile(tx, file);
    const matter = await findMatter(tx, fileId, ordinal);
    await decisions.undoDecision(tx, fileId, ordinal);
    await become(ctx, tx, matter, undefined, null);
    await tx.record({
      action: 'members.decisionUndone',
      subjectKind: 'member_file',
      subjectId: fileId,
      area: areas[0] ?? null,
      facts: { decision: matter.doubt.decisionId, ordinal },
    });
    return decided(tx, fileId, ordinal);
  });
}

/** A row with a question, of a file that stands. */
async function findMatter(tx: Tx, fileId: string, ordinal: number): Promise<Matter> {
  const file = await getFile(tx, fileId);
  if (file.replacedAt !== null) throw new Refusal('members.fileReplaced');
  const doubt = await store.findDoubt(tx, fileId, ordinal);
  if (doubt === undefined) throw new Refusal('rosters.notInDoubt');
  return { file, doubt };
}

/** One after the other, as imports of the branch are. */
async function lockFile(tx: Tx, { branchId, month }: MemberFile) {
  const branch = await placeOf(tx, branchId, month);
  await lockBranch(tx, branchId);
  return branch;
}

/** What the row is when it means this person, as whoever speaks for them is known now. */
async function judgeChosen(
  ctx: Context,
  { file, doubt }: Matter,
  personId: string,
): Promise<MemberJudgement> {
  const villages = await read(ctx, 'members.import', loadVillageIndex);
  return match(ctx, 'members.import', async (tx) => {
    const person = (await new PeopleFinder(ctx, tx).byId([personId])).get(personId);
    if (person === undefined) throw new Refusal('rosters.candidateNotFound');
    const { segment, paidUntil } = doubt;
    const reading = { segment: segment ?? undefined, paidUntil: paidUntil ?? undefined };
    return judgeMatched(coverTerms(tx, { reading, month: file.month, villages }), person);
  });
}

/** The row becomes what was judged, and cover follows; without a judgement it is in doubt, as the import found it. */
async function become(
  ctx: Context,
  tx: Tx,
  { file, doubt }: Matter,
  judgement: MemberJudgement | undefined,
  decisionId: string | null,
): Promise<void> {
  const { fileId } = file;
  const { verdict, because }: Pick<MemberJudgement, 'verdict' | 'because'> = judgement ?? {
    verdict: 'doubtful',
    because: doubt.question,
  };
  const personId = judgement?.covered?.personId ?? null;
  const isAlready = personId === doubt.personId;
  const forgotten = isAlready ? 0 : await uncover(ctx, tx, { file, doubt });
  const covered = isAlready
    ? { people: 0, statedBefore: doubt.statedBefore }
    : await cover(ctx, tx, { file, doubt }, judgement);
  await store.setDecided(
    tx,
    fileId,
    doubt,
    {
      verdict,
      reason: because.code,
      field: because.field,
      facts: because.facts,
      decisionId,
      personId,
      statedBefore: covered.statedBefore,
    },
    forgotten + covered.people,
  );
}

/** The row no longer covers anybody; what other rows state of the person stays. Returns by how many the people covered are more. */
async function uncover(ctx: Context, tx: Tx, { file, doubt }: Matter): Promise<number> {
  const { personId, segment, statedBefore, ordinal } = doubt;
  if (personId === null || segment === null) return 0;
  const others = await store.listCoveringAlike(tx, file.fileId, { personId, segment, besides: ordinal });
  const certain = statedBefore === null ? [] : [statedBefore];
  return restate(ctx, tx, file, { personId, segment }, [
    ...certain,
    ...others.map(({ programmes }) => programmes),
  ]);
}

/** The row covers whom it was judged to mean, besides what other rows state of them. */
async function cover(
  ctx: Context,
  tx: Tx,
  { file, doubt }: Matter,
  judgement: MemberJudgement | undefined,
): Promise<{ people: number; statedBefore: number | null }> {
  const person = judgement?.covered;
  const { segment } = doubt;
  if (person === undefined || segment === null) return { people: 0, statedBefore: null };
  const { personId } = person;
  const stated = await statedOf(tx, file, { personId, segment });
  const [alike] = await store.listCoveringAlike(tx, file.fileId, {
    personId,
    segment,
    besides: doubt.ordinal,
  });
  const rows = stated === null ? [doubt.programmes] : [stated, doubt.programmes];
  const people = await restate(ctx, tx, file, { personId, segment, village: person.village }, rows);
  // What rows in no doubt state: other decided rows remember it, or it is all that stood.
  return { people, statedBefore: alike === undefined ? stated : alike.stated_before };
}

/** Lets the file state the programmes of these rows together of a person; of no row, nothing. */
async function restate(
  ctx: Context,
  tx: Tx,
  file: MemberFile,
  of: Pick<CoveredMember, 'personId' | 'segment'> & { readonly village?: number },
  rows: readonly number[],
): Promise<number> {
  const wanted = rows.length === 0 ? null : rows.reduce((bits, one) => bits | one, 0);
  if ((await statedOf(tx, file, of)) === wanted) return 0;
  const stating = await statingFile(tx, await placeOf(tx, file.branchId, file.month), file.month);
  // Whoever moved away since stays where they were stated.
  const village = of.village ?? (await findStatedArea(tx, file, of.personId));
  if (village === undefined) throw new Refusal('rosters.candidateElsewhere');
  const inForce = await match(ctx, 'members.import', (matching) =>
    membershipsInForce(matching, [of.personId], file.month),
  );
  const member = { ...of, village, programmes: programmesOf(wanted ?? 0) };
  const [stated] = statedMembers([member], inForce, stating.partnerId);
  return stated === undefined
    ? 0
    : restateCover(tx, stating, stated, wanted === null ? null : member.programmes);
}

async function decided(tx: Tx, fileId: string, ordinal: number): Promise<DecidedMemberRow> {
  const doubt = await store.findDoubt(tx, fileId, ordinal);
  const [row] = doubt === undefined ? [] : await compare(tx, fileId, [doubt]);
  if (row === undefined) throw new Refusal('rosters.notInDoubt');
  return { ...(await store.countDoubts(tx, fileId)), row };
}
