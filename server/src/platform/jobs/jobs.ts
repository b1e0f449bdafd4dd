import { run, type TaskList, Logger as WorkerLogger } from 'graphile-worker';
import { sql } from 'kysely';
import type pg from 'pg';
import { type Actor, type Context, type Platform, type Tx, terminalActor } from '#platform/context';
import { newId } from '#platform/ids';
import { describeError } from '#platform/log';
import type { Language } from '#platform/messages';
import { releaseDeadJobs, whileAlive } from './alive.ts';

/** What a job carries: ids only. Whose rights it has is read again when it runs. */
interface JobPayload {
  /** The roster, bill run or statement to work on. */
  readonly subjectId: string;
  /** The account that asked for it. */
  readonly actorId: string;
  readonly language: Language;
}

/**
 * A kind of job. It may be run again from the start after a crash, so it must be all or nothing, or repeatable. A thrown
 * error is tried again later; a job that cannot succeed says so in its progress and returns.
 */
export interface Job {
  readonly name: string;
  run(ctx: Context, subjectId: string): Promise<void>;
  /** Told once when the last try has failed: says so in the progress and puts the subject back where it can be begun anew. */
  giveUp(ctx: Context, subjectId: string): Promise<void>;
}

/** The running worker. */
export interface Jobs {
  /** Lets running jobs end, and takes no more. */
  stop(): Promise<void>;
}

/** Queues a job in the caller's transaction: it exists if and only if the change that asked for it does. */
export async function queueJob(tx: Tx, name: string, subjectId: string): Promise<void> {
  const payload: JobPayload = { subjectId, actorId: tx.actor.id, language: tx.language };
  await sql`select graphile_worker.add_job(${name}, ${JSON.stringify(payload)}::json, job_key => ${`${name}:${subjectId}`},
    job_key_mode => 'preserve_run_at', max_attempts => 5)`.execute(tx.db);
}

/**
 * Works on queued jobs in this process until stopped. Jobs that a killed process left locked are taken over.
 *
 * @param actorOf reads an account's rights as they are now
 */
export async function startJobs(
  platform: Platform,
  jobs: readonly Job[],
  actorOf: (actorId: string) => Promise<Actor>,
): Promise<Jobs> {
  const pool: pg.Pool = platform.pools.app;
  const taskList: TaskList = Object.fromEntries(
    jobs.map((job) => [
      job.name,
      async (payload: unknown, helpers) => {
        const { subjectId, actorId, language } = payload as JobPayload;
        const actor = await actorOf(actorId);
        const ctx = { platform, actor, language, requestId: newId() };
        try {
          await whileAlive(pool, helpers.job.id, () => job.run(ctx, subjectId));
        } catch (error) {
          platform.log.error({ err: error, job: job.name, attempt: helpers.job.attempts }, 'job failed');
          // Whoever asked may have lost the right meanwhile; putting things back is ours to do.
          const janitor = { ...ctx, actor: terminalActor('jobs') };
          if (helpers.job.attempts >= helpers.job.max_attempts) await job.giveUp(janitor, subjectId);
          // The queue keeps the message, where no row-level security holds; an error of the database quotes values.
          throw new Error(describeError(error).message);
        }
      },
    ]),
  );
  const logger = new WorkerLogger(() => (level, message) => {
    if (level === 'warning') platform.log.warn({ job: message }, 'job warning');
  });
  await releaseDeadJobs(pool);
  const runner = await run({
    pgPool: pool,
    taskList,
    logger,
    concurrency: 2,
    pollInterval: 1_000,
    noHandleSignals: true,
  });
  // A process that was killed a moment ago may still look alive; the sweep asks again.
  const sweep = setInterval(() => {
    releaseDeadJobs(pool).catch((error: unknown) => platform.log.error({ err: error }, 'job sweep failed'));
  }, 2_000);
  return {
    async stop() {
      clearInterval(sweep);
      await runner.stop();
    },
  };
}
