import { listCompared, openCompared, type ShownPerson, toldLikeness } from '#people';
import { type Context, read, type Tx } from '#platform/context';
import { type Candidate, nameOf, type ReviewProgress, type ReviewRow } from '#rosters';
import type { MemberFile } from '../model.ts';
import { listDecisions, type MemberDecision } from '../store/decisions.ts';
import * as store from '../store/doubts.ts';
import { getFile } from '../store/files.ts';

const pageSize = 25;

/**
 * Rows of a member file that are or were in doubt, in file order, each beside whom it may mean, as far as the caller's scope shows
 * them; those who do not see all areas of the branch see none.
 *
 * @throws Refusal auth.forbidden, members.fileNotFound
 */
export function listMemberReview(
  ctx: Context,
  fileId: string,
  { after = 0, open = false }: { readonly after?: number | undefined; readonly open?: boolean | undefined },
): Promise<ReviewProgress & { rows: ReviewRow[]; next: number | null; file: MemberFile }> {
  return read(ctx, 'members.import', async (tx) => {
    const file = await getFile(tx, fileId);
    const page = await store.listDoubts(tx, fileId, { after, open, limit: pageSize });
    const progress = await store.countDoubts(tx, fileId);
    return { ...progress, rows: await compare(tx, fileId, page.rows), next: page.next, file };
  });
}

/** Puts rows beside whom they may mean. */
export async function compare(
  tx: Tx,
  fileId: string,
  doubts: readonly store.MemberDoubt[],
): Promise<ReviewRow[]> {
  const people = await listCompared(
    tx,
    doubts.flatMap(({ question }) => question.items.map(({ person }) => person)),
  );
  const made = await listDecisions(
    tx,
    fileId,
    doubts.flatMap(({ decisionId }) => (decisionId === null ? [] : [decisionId])),
  );
  return doubts.map((doubt) => {
    const candidates = doubt.question.items.map((item, index): Candidate => {
      const place = index + 1;
      const known = people.get(item.person);
      if (known === undefined) return { kind: 'elsewhere', place, regency: item.regency };
      // The likeness told is that of the import: of the row's number nothing was kept to compare anew.
      const likeness = toldLikeness({ ...item, score: item.score / 100 });
      return { kind: 'person', place, person: openCompared(tx, known).shown, at: null, ...likeness };
    });
    return {
      ordinal: doubt.ordinal,
      sheet: doubt.sheet,
      row: doubt.row,
      because: { code: doubt.question.code, facts: doubt.question.facts },
      person: shownRow(doubt),
      candidates,
      doubts: [],
      // Whom the row covers already it may be said not to mean, wherever they live now.
      mayBeNew: doubt.question.items.every(({ person }) => people.has(person) || person === doubt.personId),
      claims: false,
      decision: decisionOf(doubt, made),
    };
  });
}

/** A number of which only a hash is known. */
const hidden = '•'.repeat(16);

/** A branch's file names no village. */
function shownRow({
  name,
  nikMasked,
  birthDate,
  birthPrecision,
  sex,
  question,
}: store.MemberDoubt): ShownPerson {
  return {
    name,
    nikMasked: question.facts.hashed === true ? hidden : nikMasked,
    birthDate,
    birthPrecision,
    sex,
    villageName: '',
    diedOn: null,
  };
}

function decisionOf(
  { decisionId, question, verdict }: store.MemberDoubt,
  made: ReadonlyMap<string, MemberDecision>,
): ReviewRow['decision'] {
  if (decisionId === null) return null;
  const decision = made.get(decisionId);
  const place = question.items.findIndex((item) => nameOf(item) === decision?.chosen) + 1;
  return {
    // Made where the caller may not look, as for another branch: what came of it is known.
    choice: decision?.choice ?? (verdict === 'unknown' ? 'new' : 'same'),
    place: place === 0 ? null : place,
    why: decision?.why ?? null,
    by: decision?.by ?? null,
    at: decision?.at ?? null,
    earlier: decision?.earlier ?? true,
  };
}
