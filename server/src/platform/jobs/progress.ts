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
  /** Rows or units per second of late; null in the first second of a phase. */
  readonly perSecond: number | null;
  /** Seconds until the end at that rate; null where the total or the rate is not known. */
  readonly secondsLeft: number | null;
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
        sampled_done: 0,
        sampled_at: sql`now()`,
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
    .set({
      phase,
      done,
      total,
      updated_at: sql`clock_timestamp()`,
      // A phase begins its own count; within one, what was known some seconds ago is what the rate is taken from.
      sampled_done: sql`case when phase <> ${phase} then ${done}::bigint when ${stale} then job_progress.done else sampled_done end`,
      sampled_at: sql`case when phase <> ${phase} then clock_timestamp() when ${stale} then updated_at else sampled_at end`,
    })
    .where('subject_id', '=', subjectId)
    .execute();
}

/** Old enough to be followed by the next sample; the rate is then of the last ten to twenty seconds. */
const stale = sql`updated_at - sampled_at > interval '10 seconds'`;

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
  return (await listProgress(tx, [subjectId]))[0];
}

/** The progress of these subjects, as far as there is any in scope. */
export async function listProgress(tx: Tx, subjectIds: readonly string[]): Promise<Progress[]> {
  const rows = await tx.db
    .selectFrom('job_progress')
    .select(['subject_id', 'task', 'phase', 'done', 'total', 'problem', 'finished_at'])
    .select(sql<number>`done - sampled_done`.as('since'))
    .select(sql<number>`extract(epoch from updated_at - sampled_at)::float8`.as('seconds'))
    .where('subject_id', '=', sql<string>`any (${subjectIds}::uuid[])`)
    .execute();
  return rows.map(progressOf);
}

function progressOf(row: {
  subject_id: string;
  task: string;
  phase: string;
  done: number;
  total: number | null;
  problem: unknown;
  finished_at: string | null;
  since: number;
  seconds: number;
}): Progress {
  const perSecond = row.seconds < 1 ? null : Math.round(Number(row.since) / row.seconds);
  const left = row.total === null ? null : Math.max(row.total - row.done, 0);
  return {
    subjectId: row.subject_id,
    task: row.task,
    phase: row.phase,
    done: row.done,
    total: row.total,
    finished: row.finished_at !== null,
    problem: row.problem as Progress['problem'],
    perSecond,
    secondsLeft: left === null || perSecond === null || perSecond <= 0 ? null : Math.ceil(left / perSecond),
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
