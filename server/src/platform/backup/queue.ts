import type pg from 'pg';
import type { Manifest } from './manifest.ts';
import { asRole } from './sql.ts';

type QueuedJob = Manifest['jobs'][number];

/**
 * Jobs that are queued or running. A roster whose check was interrupted by the loss of the machine would otherwise wait for ever
 * after a restore. They are kept as what was asked for, not as the queue's own rows: those belong to the version of the queue.
 */
export async function listJobs(client: pg.ClientBase): Promise<QueuedJob[]> {
  await asRole(client, 'payung_app');
  const { rows } = await client.query<QueuedJob>(`
    select t.identifier as task, j.payload, j.key, q.queue_name as queue, to_json(j.run_at) #>> '{}' as "runAt",
      j.max_attempts::int as "maxAttempts", j.priority::int as priority
    from graphile_worker._private_jobs j
    join graphile_worker._private_tasks t on t.id = j.task_id
    left join graphile_worker._private_job_queues q on q.id = j.job_queue_id
    where j.attempts < j.max_attempts
    order by j.id`);
  return rows;
}

/** Asks for the jobs again, each from its first attempt. */
export async function queueAgain(client: pg.ClientBase, jobs: readonly QueuedJob[]): Promise<void> {
  await asRole(client, 'payung_app');
  for (const job of jobs) {
    await client.query(
      `select graphile_worker.add_job($1, $2::json, queue_name => $3, run_at => $4, max_attempts => $5, job_key => $6, priority => $7)`,
      [job.task, JSON.stringify(job.payload), job.queue, job.runAt, job.maxAttempts, job.key, job.priority],
    );
  }
}
