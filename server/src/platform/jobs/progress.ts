import { setTimeout as wait } from 'node:timers/promises';
import { sql } from 'kysely';
import type { Permission } from '#platform/access';
import { type Context, read, type Tx } from '#platform/context';
import type { Facts } from '#platform/refusal';

/** How far a long job is. */
export interface Progress {
  readonly subjectId: string;
  readonly task: string;
  readonly phase: string;
  readonly done: number;
  /** Null while not known. */
  readonly total: number | null;
  readonly finished: boolean;
  /** Why it failed; null when it did not. */
  readonly problem: { readonly code: string; readonly facts: Facts } | null;
  /** Rows or units per second since the start; null in the first second. */
  readonly perSecond: number | null;
}

/** Opens, or opens anew, the progress of a subject; in the transaction that queues the job. */
export async function openProgress(
  tx: Tx,
  row: { subjectId: string; task: string; area: number; partnerId: string | null },
): Promise<void> {
  await tx.db
    .insertInto('job_progress')
    .values({
      subject_id: row.subjectId,
      task: row.task,
      phase: 'queued',
      area: row.area,
      partner_id: row.partnerId,
    })
    .onConflict((conflict) =>
      conflict.column('subject_id').doUpdateSet({
        task: row.task,
        phase: 'queued',
        done: 0,
        total: null,
        started_at: sql`now()`,
        updated_at: sql`now()`,
        finished_at: null,
        problem: null,
      }),
    )
    .execute();
}

/** Says how far the job is. A short transaction of its own, so that others see it at once. */
export async function moveProgress(
  tx: Tx,
  subjectId: string,
  phase: string,
  done: number,
  total: number | null,
): Promise<void> {
  await tx.db
    .updateTable('job_progress')
    .set({ phase, done, total, updated_at: sql`clock_timestamp()` })
    .where('subject_id', '=', subjectId)
    .execute();
}

/** Says that the job ended, and how. */
export async function finishProgress(tx: Tx, subjectId: string, problem: Progress['problem']): Promise<void> {
  await tx.db
    .updateTable('job_progress')
    .set({
      phase: problem === null ? 'finished' : 'failed',
      problem: problem === null ? null : JSON.stringify(problem),
      finished_at: sql`clock_timestamp()`,
      updated_at: sql`clock_timestamp()`,
    })
    .where('subject_id', '=', subjectId)
    .execute();
}

/** The progress of a subject; undefined when there is none in scope. */
export async function findProgress(tx: Tx, subjectId: string): Promise<Progress | undefined> {
  const row = await tx.db
    .selectFrom('job_progress')
    .select(['task', 'phase', 'done', 'total', 'problem', 'finished_at'])
    .select(sql<number>`extract(epoch from updated_at - started_at)::float8`.as('seconds'))
    .where('subject_id', '=', subjectId)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  return {
    subjectId,
    task: row.task,
    phase: row.phase,
    done: row.done,
    total: row.total,
    finished: row.finished_at !== null,
    problem: row.problem as Progress['problem'],
    perSecond: row.seconds < 1 ? null : Math.round(row.done / row.seconds),
  };
}

/**
 * Yields the progress of a subject whenever it changed, until it has finished. Survives a restart of whoever does the work,
 * because it reads the database and not the worker.
 */
export async function* watchProgress(
  ctx: Context,
  permission: Permission,
  subjectId: string,
  signal?: AbortSignal,
): AsyncGenerator<Progress> {
  let last = '';
  while (signal?.aborted !== true) {
    const progress = await read(ctx, permission, (tx) => findProgress(tx, subjectId));
    if (progress === undefined) return;
    const now = JSON.stringify(progress);
    if (now !== last) yield progress;
    if (progress.finished) return;
    last = now;
    await wait(200, undefined, { signal }).catch(() => undefined);
  }
}
