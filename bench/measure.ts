import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';

/** One row of the report. */
export interface Measurement {
  readonly what: string;
  readonly rows: number;
  /** By the clock on the wall: on a machine that does other work too, more than it takes. */
  readonly seconds: number;
  /** Processor time of the server and of PostgreSQL, in seconds. */
  readonly 'cpu server': number;
  readonly 'cpu database': number;
  readonly 'rows/s': number;
  /** Most memory the server process held, threads included, megabytes; the database's own is not in it. Null of the floor. */
  readonly 'peak MB': number | null;
}

/** What one run took, before it is rounded. */
export interface Run {
  readonly seconds: number;
  readonly cpu: number;
  /** Bytes. */
  readonly peak: number;
}

const RunJson = z.object({ seconds: z.number(), cpu: z.number(), peak: z.number() });

/** Times work in this process, whose own memory and processor time are not told. */
export async function measure(
  what: string,
  rows: number,
  data: string,
  work: () => Promise<unknown>,
): Promise<Measurement> {
  const before = databaseCpu(data);
  const began = performance.now();
  await work();
  const seconds = (performance.now() - began) / 1000;
  return row(what, rows, { seconds, cpu: 0, peak: 0 }, databaseCpu(data) - before);
}

/** Runs a job on a roster in a process of its own, as a server would, so that its memory is nobody else's. */
export async function measureJob(
  what: string,
  rows: number,
  data: string,
  job: 'check' | 'accept',
  rosterId: string,
): Promise<Measurement> {
  const before = databaseCpu(data);
  const script = join(import.meta.dirname, 'run-job.ts');
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [
      ...(process.env.BENCH_NODE_OPTIONS?.split(' ').filter((one) => one !== '') ?? []),
      script,
      job,
      data,
      rosterId,
    ],
    { maxBuffer: 64 * 1024 * 1024 },
  );
  const run = RunJson.parse(JSON.parse(stdout));
  return row(what, rows, run, databaseCpu(data) - before);
}

function row(what: string, rows: number, run: Run, database: number): Measurement {
  return {
    what,
    rows,
    seconds: round(run.seconds, 2),
    'cpu server': round(run.cpu, 2),
    'cpu database': round(database, 2),
    'rows/s': Math.round(rows / run.seconds),
    'peak MB': run.peak === 0 ? null : Math.round(run.peak / 1e6),
  };
}

/** A measurement beside the floor, by the wall clock and by processor time. */
export function besideFloor(one: Measurement, floor: Measurement) {
  const cpu = (of: Measurement) => of['cpu server'] + of['cpu database'];
  return {
    ...one,
    'times COPY': round(one.seconds / one.rows / (floor.seconds / floor.rows), 1),
    'times COPY (cpu)': cpu(floor) === 0 ? null : round(cpu(one) / one.rows / (cpu(floor) / floor.rows), 1),
  };
}

export function round(value: number, places: number): number {
  return Math.round(value * 10 ** places) / 10 ** places;
}

/** Linux counts in hundredths of a second. */
const TICKS = 100;

/** Processor seconds of the embedded PostgreSQL and of all its sessions so far; 0 where there is no /proc. */
function databaseCpu(data: string): number {
  try {
    const pidFile = readdirSync(data, { recursive: true, encoding: 'utf8' }).find((name) =>
      name.endsWith('postmaster.pid'),
    );
    if (pidFile === undefined) return 0;
    const postmaster = Number.parseInt(readFileSync(join(data, pidFile), 'utf8'), 10);
    const children = readFileSync(`/proc/${postmaster}/task/${postmaster}/children`, 'utf8');
    const pids = [String(postmaster), ...children.split(' ').filter((pid) => pid !== '')];
    return pids.map(cpuOf).reduce((total, ticks) => total + ticks, 0) / TICKS;
  } catch {
    return 0;
  }
}

/** User and system time of a process and of its children that ended. */
function cpuOf(pid: string): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  // The name in parentheses may hold spaces.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return fields.slice(11, 15).reduce((total, field) => total + Number(field), 0);
}
