import { afterEach, describe, expect, test } from 'vitest';
import { type Actor, change, read } from '#platform/context';
import { newId } from '#platform/ids';
import { testPlatform } from '#testing';
import {
  findProgress,
  finishProgress,
  type Job,
  type Jobs,
  moveProgress,
  openProgress,
  queueJob,
  startJobs,
  watchProgress,
} from './index.ts';

const { platform, terminal, database } = await testPlatform();
await database.superuser.query(`
  insert into area (code, beyond, level, kind, name, name_key, source)
  values (5300000000, 5400000000, 'province', 'provinsi', 'Nusa Tenggara Timur', 'nusatenggaratimur', 'test')`);

let jobs: Jobs | undefined;
afterEach(async () => {
  await jobs?.stop();
  jobs = undefined;
});

const actorOf = async (): Promise<Actor> => terminal.actor;

/** Queues a job with its progress, as a use case does. */
async function queue(name: string, fail = false): Promise<string> {
  const subjectId = newId();
  await change(terminal, 'rosters.accept', async (tx) => {
    await openProgress(tx, { subjectId, task: name, area: 5_300_000_000, partnerId: null });
    await queueJob(tx, name, subjectId);
    await tx.record({ action: 'test.queued' });
    if (fail) throw new Error('the cause fails');
  });
  return subjectId;
}

/** A job that tells which subject it ran for, and whether it was asked to stay. */
function telling(name: string): { job: Job; ran: Promise<string> } {
  const { promise, resolve } = Promise.withResolvers<string>();
  return {
    job: { name, run: async (_, subjectId) => resolve(subjectId), giveUp: async () => undefined },
    ran: promise,
  };
}

describe('a job', () => {
  test('runs for the subject it was queued for', async () => {
    const { job, ran } = telling('test.simple');
    const subjectId = await queue(job.name);
    jobs = await startJobs(platform, [job], actorOf);
    expect(await ran).toBe(subjectId);
  });

  test('does not exist when its cause fails', async () => {
    await expect(queue('test.undone', true)).rejects.toThrow('the cause fails');
    const { rows } = await database.superuser.query(
      `select from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
       where t.identifier = 'test.undone'`,
    );
    expect(rows).toEqual([]);
  });

  test('left locked by a killed process is taken over at the next start', async () => {
    const { job, ran } = telling('test.resumed');
    const subjectId = await queue(job.name);
    await database.superuser.query(`
      update graphile_worker._private_jobs j set locked_by = 'killed', locked_at = now() - interval '1 minute', attempts = 1
      from graphile_worker._private_tasks t where t.id = j.task_id and t.identifier = 'test.resumed'`);
    jobs = await startJobs(platform, [job], actorOf);
    expect(await ran).toBe(subjectId);
  });

  test('that fails on its last try is given up, once, and its worker goes on', async () => {
    const { promise, resolve } = Promise.withResolvers<string>();
    const job: Job = {
      name: 'test.hopeless',
      run: async () => {
        throw new Error('never works');
      },
      giveUp: async (_, subjectId) => resolve(subjectId),
    };
    const subjectId = await queue(job.name);
    await database.superuser.query(`
      update graphile_worker._private_jobs j set max_attempts = 1
      from graphile_worker._private_tasks t where t.id = j.task_id and t.identifier = 'test.hopeless'`);
    const other = telling('test.afterwards');
    jobs = await startJobs(platform, [job, other.job], actorOf);
    expect(await promise).toBe(subjectId);
    const next = await queue(other.job.name);
    expect(await other.ran).toBe(next);
  });

  test('that fails leaves no value of a row with the queue', async () => {
    const failed = Promise.withResolvers<void>();
    const job: Job = {
      name: 'test.telling',
      run: (ctx) =>
        read(ctx, 'people.read', (tx) =>
          tx.client.query(`select 'Maria Hoar 5304055708909001'::date`),
        ).then(),
      giveUp: async () => failed.resolve(),
    };
    await queue(job.name);
    await database.superuser.query(`
      update graphile_worker._private_jobs j set max_attempts = 1
      from graphile_worker._private_tasks t where t.id = j.task_id and t.identifier = 'test.telling'`);
    jobs = await startJobs(platform, [job], actorOf);
    await failed.promise;
    const lastError = async () => {
      const { rows } = await database.superuser.query<{ last_error: string | null }>(
        `select last_error from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
         where t.identifier = 'test.telling'`,
      );
      return rows[0]?.last_error ?? '';
    };
    // The queue writes it once the job has given up, in its own time.
    await expect.poll(lastError, { timeout: 20_000 }).toMatch(/invalid input syntax for type date/);
    expect(await lastError()).not.toMatch(/Maria|5304/);
  });

  test('carries ids only', async () => {
    await queue('test.payload');
    const { rows } = await database.superuser.query<{ payload: object }>(
      `select payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
       where t.identifier = 'test.payload'`,
    );
    expect(Object.keys(rows[0]?.payload ?? {}).sort()).toEqual(['actorId', 'language', 'subjectId']);
  });
});

describe('progress', () => {
  test('is watched until the end, each change once', async () => {
    const subjectId = await queue('test.watched');
    const seen: string[] = [];
    for await (const progress of watchProgress(terminal, 'rosters.read', subjectId)) {
      seen.push(`${progress.phase} ${progress.done}`);
      await change(terminal, 'rosters.accept', async (tx) => {
        if (progress.done === 0) await moveProgress(tx, subjectId, 'working', 7, 7);
        else await finishProgress(tx, subjectId, null);
        await tx.record({ action: 'test.moved' });
      });
    }
    expect(seen).toEqual(['queued 0', 'working 7', 'finished 7']);
  });

  test('tells the rate of late and the time left, from the phase it is in', async () => {
    const subjectId = await queue('test.rate');
    const move = (phase: string, done: number, total: number | null) =>
      change(terminal, 'rosters.accept', async (tx) => {
        await moveProgress(tx, subjectId, phase, done, total);
        await tx.record({ action: 'test.moved' });
      });
    const passed = (seconds: number) =>
      database.superuser.query(
        `update job_progress set updated_at = updated_at - $2 * interval '1 s', sampled_at = sampled_at - $2 * interval '1 s'
         where subject_id = $1`,
        [subjectId, seconds],
      );
    const told = async () => {
      const found = await read(terminal, 'rosters.read', (tx) => findProgress(tx, subjectId));
      return [found?.perSecond, found?.secondsLeft];
    };
    await move('reading', 0, 9_000);
    expect(await told()).toEqual([null, null]);
    await passed(9);
    await move('reading', 900, 9_000);
    expect(await told()).toEqual([100, 81]);
    await passed(20);
    await move('reading', 6_900, 9_000);
    await passed(5);
    await move('reading', 7_900, 9_000);
    // Of late: what was done in the last seconds, not since the beginning.
    const [rate] = await told();
    expect(rate).toBeGreaterThan(190);
    await move('writing', 0, null);
    expect(await told()).toEqual([null, null]);
  });

  test('keeps why a job failed', async () => {
    const subjectId = await queue('test.failed');
    const problem = { code: 'file.noHeader', facts: {} };
    await change(terminal, 'rosters.accept', async (tx) => {
      await finishProgress(tx, subjectId, problem);
      await tx.record({ action: 'test.failed' });
    });
    const progress = await read(terminal, 'rosters.read', (tx) => findProgress(tx, subjectId));
    expect(progress).toMatchObject({ phase: 'failed', finished: true, problem });
  });
});
