import { sql } from 'kysely';
import type { Tx } from '#platform/context';
import type { Choice } from '#rosters';
import type { MemberQuestion } from './doubts.ts';
import { multirange } from './files.ts';

/** A decision in force on a row. */
export interface MemberDecision {
  readonly choice: Choice;
  readonly chosen: string | null;
  readonly why: string | null;
  readonly by: string;
  readonly at: string;
  /** Made on another file, for a row of the same content. */
  readonly earlier: boolean;
}

/** Decisions by id, as far as the scope shows them. */
export async function listDecisions(
  tx: Tx,
  fileId: string,
  ids: readonly string[],
): Promise<Map<string, MemberDecision>> {
  const records = await tx.db
    .selectFrom('member_decision')
    .selectAll()
    .where('decision_id', '=', sql<string>`any (${ids}::uuid[])`)
    .execute();
  return new Map(
    records.map((record) => [
      record.decision_id,
      {
        choice: record.choice as Choice,
        chosen: record.chosen,
        why: record.why,
        by: record.decided_by,
        at: record.recorded_at,
        earlier: record.file_id !== fileId,
      },
    ]),
  );
}

interface NewDecision {
  readonly decisionId: string;
  readonly fileId: string;
  readonly ordinal: number;
  readonly rowKey: Buffer;
  readonly choice: Choice;
  readonly chosen: string | null;
  readonly against: readonly string[];
  readonly shown: MemberQuestion;
  readonly why: string | null;
  readonly areas: readonly number[];
}

export async function insertDecision(tx: Tx, decision: NewDecision): Promise<void> {
  await tx.db
    .insertInto('member_decision')
    .values({
      decision_id: decision.decisionId,
      file_id: decision.fileId,
      ordinal: decision.ordinal,
      row_key: decision.rowKey,
      choice: decision.choice,
      chosen: decision.chosen,
      against: [...decision.against],
      shown: JSON.stringify(decision.shown),
      why: decision.why,
      areas: multirange(decision.areas),
      decided_by: tx.actor.id,
    })
    .execute();
}

/** Takes back whatever was decided of a row on this very file. */
export async function undoDecision(tx: Tx, fileId: string, ordinal: number): Promise<void> {
  await tx.db
    .updateTable('member_decision')
    .set({ undone_by: tx.actor.id, undone_at: sql`now()` })
    .where('file_id', '=', fileId)
    .where('ordinal', '=', ordinal)
    .where('undone_at', 'is', null)
    .execute();
}
