import { loadVillageIndex } from '#areas';
import { heldBits, listCompared } from '#people';
import { type Context, change, match, read, type Tx } from '#platform/context';
import { newId } from '#platform/ids';
import { holdsNik } from '#platform/log';
import { Refusal } from '#platform/refusal';
import { holdsOf } from '#platform/seal';
import {
  isListed,
  type Judgement,
  judgeDisputed,
  judgeKnown,
  judgeNew,
  nameOf,
  outcomeOf,
  repeatedRow,
} from '../judge/index.ts';
import type { Roster } from '../model.ts';
import * as decisions from '../store/decisions.ts';
import * as review from '../store/review.ts';
import { findRoster, lockRoster } from '../store/rosters.ts';
import { digestBytes } from './digest.ts';
import { type Ground, groundOf } from './ground.ts';
import { PeopleFinder } from './people-finder.ts';
import { candidatesOf, compare, type ReviewProgress, type ReviewRow } from './review.ts';
import { enrolAreas, recordTerms, regencyOf, standingOf } from './standing.ts';

export interface DecisionInput {
  readonly choice: decisions.Choice;
  /** Place of the candidate that is the same person; only for `same`. */
  readonly candidate?: number | undefined;
  /** Why, in words, when the comparison does not say it already. */
  readonly why?: string | undefined;
}

/** A row after a decision, and how far the review is. */
export type Decided = ReviewProgress & { readonly row: ReviewRow };

/** What a decision is made on. */
interface Matter {
  readonly roster: Roster;
  readonly ground: Ground;
  readonly doubt: decisions.DoubtRecord;
  /** What the envelope of the row holds, as `heldBits`. */
  readonly brings: number;
  /** Village that the row names; undefined when it was not made ready in the caller's areas. */
  readonly village: number | undefined;
  /** Ids of the candidates whom the caller's scope shows. */
  readonly visible: ReadonlySet<string>;
}

/**
 * Decides a doubtful row: the same person as a candidate, somebody new, or left for now. Deciding again replaces the decision.
 * It is remembered for every later row of the same content, whoever sends it.
 *
 * @throws Refusal auth.forbidden, rosters.notFound, rosters.notChecked, rosters.alreadyAccepted, rosters.notInDoubt,
 *   rosters.candidateNotFound, rosters.candidateElsewhere, rosters.numberTaken, request.invalid when the reason holds a NIK
 */
export async function decideRow(
  ctx: Context,
  rosterId: string,
  ordinal: number,
  input: DecisionInput,
): Promise<Decided> {
  if (input.why !== undefined && holdsNik(input.why)) {
    throw new Refusal('request.invalid', { path: 'why', problem: 'holdsNik' });
  }
  const matter = await read(ctx, 'rosters.review', (tx) => findMatter(tx, rosterId, ordinal));
  const judgement = await judge(ctx, matter, input);
  const { question } = matter.doubt;
  const chosen =
    input.choice === 'same' ? candidatesOf(question.items)[(input.candidate ?? 0) - 1] : undefined;
  const decisionId = newId();
  return change(ctx, 'rosters.review', async (tx) => {
    const { roster, doubt } = await lockMatter(tx, rosterId, ordinal);
    await decisions.undoDecision(tx, rosterId, ordinal);
    await decisions.insertDecision(tx, {
      decisionId,
      rosterId,
      ordinal,
      rowKey: doubt.rowKey,
      choice: input.choice,
      chosen: chosen === undefined ? null : nameOf(chosen),
      // Of somebody the caller may not compare the row with, nothing is decided.
      against:
        input.choice === 'left'
          ? []
          : question.items.flatMap((item) =>
              item === chosen || (item.kind === 'person' && !matter.visible.has(item.person))
                ? []
                : [nameOf(item)],
            ),
      shown: question,
      why: input.why ?? null,
      area: roster.area,
      partnerId: roster.partnerId,
    });
    await become(tx, roster, doubt, judgement, decisionId);
    await tx.record({
      action: 'rosters.rowDecided',
      subjectKind: 'roster',
      subjectId: rosterId,
      area: roster.area,
      facts: { decision: decisionId, ordinal, choice: input.choice, person: judgement?.personId ?? null },
    });
    return decided(tx, rosterId, ordinal);
  });
}

/**
 * Takes back what was decided of a row: it is in doubt again. A decision made on an earlier roster stays, for other rows.
 *
 * @throws Refusal auth.forbidden, rosters.notFound, rosters.notChecked, rosters.alreadyAccepted, rosters.notInDoubt
 */
export function reopenRow(ctx: Context, rosterId: string, ordinal: number): Promise<Decided> {
  return change(ctx, 'rosters.review', async (tx) => {
    const { roster, doubt } = await lockMatter(tx, rosterId, ordinal);
    await decisions.undoDecision(tx, rosterId, ordinal);
    await become(tx, roster, doubt, undefined, null);
    await tx.record({
      action: 'rosters.decisionUndone',
      subjectKind: 'roster',
      subjectId: rosterId,
      area: roster.area,
      facts: { decision: doubt.decisionId, ordinal },
    });
    return decided(tx, rosterId, ordinal);
  });
}

async function findMatter(tx: Tx, rosterId: string, ordinal: number): Promise<Matter> {
  const { roster, doubt } = await openMatter(tx, await findRoster(tx, rosterId), ordinal);
  const ground = await groundOf(tx, roster);
  const people = doubt.question.items.flatMap((item) => (item.kind === 'person' ? [item.person] : []));
  const visible = new Set((await listCompared(tx, people)).keys());
  const row = (await review.listInQuestion(tx, rosterId, [ordinal])).get(ordinal);
  const said = row?.sealed == null ? {} : tx.platform.sealer.open(row.sealedFor, row.sealed);
  return { roster, ground, doubt, visible, brings: holdsOf(said) & ~heldBits.nik, village: row?.village };
}

/** What the row becomes; undefined when it is left in doubt. */
async function judge(
  ctx: Context,
  { roster, ground, doubt, visible, brings, village }: Matter,
  { choice, candidate }: DecisionInput,
): Promise<Judgement | undefined> {
  const { question } = doubt;
  const numbered = doubt.nikMasked !== null;
  if (choice === 'left') return undefined;
  if (choice === 'new') {
    // Another row of the file is corrected there; somebody of the base may turn out not to hold the number.
    if (question.numberTaken && question.items.some(({ kind }) => kind === 'row')) {
      throw new Refusal('rosters.numberTaken');
    }
    if (question.items.some((item) => item.kind === 'person' && !visible.has(item.person))) {
      throw new Refusal('rosters.candidateElsewhere');
    }
    return question.numberTaken
      ? judgeDisputed('', [])
      : judgeNew('', [], { numbered, enrols: roster.purpose === 'enrol' });
  }
  const item = candidatesOf(question.items)[(candidate ?? 0) - 1];
  if (item === undefined) throw new Refusal('rosters.candidateNotFound');
  if (item.kind === 'row') return repeatedRow({ sheet: item.sheet, row: item.row }, []);
  if (!visible.has(item.person)) throw new Refusal('rosters.candidateElsewhere');
  const villages = await read(ctx, 'rosters.review', loadVillageIndex);
  return match(ctx, 'rosters.review', async (tx) => {
    const person = (await new PeopleFinder(ctx, tx).byId([item.person])).get(item.person);
    if (person === undefined) throw new Refusal('rosters.candidateNotFound');
    const terms = {
      standingOf: await standingOf(tx, { roster, ground, villages }, [person.personId]),
      areas: enrolAreas(tx.scope, ground),
      regencyOf: (village: number) => regencyOf(villages, village),
      records: recordTerms({ roster, villages }),
    };
    const judgement = judgeKnown(terms, person, [], {
      numbered,
      brings: (home) => (home === village ? brings : brings & ~heldBits.address),
    });
    const first = await decisions.findEnrolling(tx, roster.rosterId, person.personId, doubt.ordinal);
    return judgement.enrol && first !== undefined ? repeatedRow({ ...first }, []) : judgement;
  });
}

async function lockMatter(tx: Tx, rosterId: string, ordinal: number) {
  return openMatter(tx, await lockRoster(tx, rosterId), ordinal);
}

/** A row in doubt on a roster that is still to be accepted. */
async function openMatter(tx: Tx, roster: Roster | undefined, ordinal: number) {
  if (roster === undefined) throw new Refusal('rosters.notFound');
  if (roster.state === 'accepted')
    throw new Refusal('rosters.alreadyAccepted', { enrolled: roster.enrolled });
  if (roster.state !== 'checked') throw new Refusal('rosters.notChecked');
  const doubt = await decisions.findDoubt(tx, roster.rosterId, ordinal);
  if (doubt === undefined) throw new Refusal('rosters.notInDoubt');
  return { roster, doubt };
}

/** The row becomes what was judged; without a judgement it is in doubt, as the check found it. */
async function become(
  tx: Tx,
  { rosterId }: Roster,
  doubt: decisions.DoubtRecord,
  judgement: Judgement | undefined,
  decisionId: string | null,
): Promise<void> {
  const { ordinal, question } = doubt;
  const { verdict, because, enrol } = judgement ?? { verdict: 'doubtful', because: question, enrol: false };
  // Somebody new has the id that the envelope was sealed for; setOutcome and the row agree on it.
  const known = judgement?.verdict === 'known' ? (judgement.personId ?? null) : null;
  const outcome = judgement === undefined ? 'wait' : outcomeOf(judgement);
  if (!(await review.setOutcome(tx, rosterId, ordinal, known, outcome))) {
    throw new Refusal('rosters.notFound');
  }
  if (judgement?.completes !== undefined) await complete(tx, rosterId, ordinal, judgement.completes);
  const personId =
    verdict === 'new'
      ? ((await review.listInQuestion(tx, rosterId, [ordinal])).get(ordinal)?.personId ?? null)
      : known;
  const { code: reason, field, facts } = because;
  await review.setVerdict(
    tx,
    rosterId,
    ordinal,
    { verdict, reason, field, facts, personId, enrol, decisionId },
    'decided.byThreshold',
  );
  const before = { ...doubt, listed: isListed(doubt.reason) };
  await review.moveCount(tx, rosterId, before, { verdict, enrol, listed: judgement?.listed === true });
}

/** The record of somebody without a NIK gets what the row says of them. */
async function complete(
  tx: Tx,
  rosterId: string,
  ordinal: number,
  { personId, envelope }: NonNullable<Judgement['completes']>,
): Promise<void> {
  const { sealer } = tx.platform;
  const row = (await review.listInQuestion(tx, rosterId, [ordinal])).get(ordinal);
  if (row?.sealed == null) throw new Error('a row in doubt has an envelope');
  const both = { ...sealer.open(personId, envelope), ...sealer.open(row.sealedFor, row.sealed) };
  await review.setCompletion(tx, rosterId, ordinal, sealer.seal(personId, both), digestBytes(envelope));
}

async function decided(tx: Tx, rosterId: string, ordinal: number): Promise<Decided> {
  const doubt = await decisions.findDoubt(tx, rosterId, ordinal);
  const [row] = doubt === undefined ? [] : await compare(tx, rosterId, [doubt]);
  if (row === undefined) throw new Refusal('rosters.notInDoubt');
  return { ...(await decisions.countDoubts(tx, rosterId)), row };
}
