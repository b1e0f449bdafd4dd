import type pg from 'pg';

/** First half of the advisory lock that says "this job has a living worker"; any number, the same in every Payung. */
const aliveSpace = 729_864;

/**
 * Runs a job while holding a lock that dies with the process. The queue itself waits four hours before it believes that a
 * worker is dead; with the lock, the next process knows at once.
 */
export async function whileAlive<T>(pool: pg.Pool, jobId: string, work: () => Promise<T>): Promise<T> {
  const client = await pool.connect();
  const key = [aliveSpace, Number(BigInt(jobId) % 2_147_483_647n)];
  try {
    await client.query('select pg_advisory_lock($1, $2)', key);
    return await work();
  } finally {
    await client.query('select pg_advisory_unlock($1, $2)', key).finally(() => client.release());
  }
}

/** Gives back jobs whose worker is gone. A job taken less than two seconds ago may not have its lock yet and is left. */
export async function releaseDeadJobs(pool: pg.Pool): Promise<void> {
  await pool.query(
    `with held as materialized (
       select id, locked_by from graphile_worker._private_jobs
       where locked_by is not null and locked_at < now() - interval '2 seconds'
     ), dead as materialized (
       select locked_by, id from held
       where not exists (
         select from pg_locks l where l.locktype = 'advisory' and l.classid = $1 and l.objid = (held.id % 2147483647)::oid::int8::oid
       )
     )
     select graphile_worker.force_unlock_workers(array_agg(distinct locked_by)) from dead having count(*) > 0`,
    [aliveSpace],
  );
}
