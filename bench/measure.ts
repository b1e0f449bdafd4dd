/** One row of the report. */
export interface Measurement {
  readonly what: string;
  readonly rows: number;
  readonly seconds: number;
  readonly 'rows/s': number;
  /** Most memory the process held while it ran, megabytes; the database's own is not in it. */
  readonly 'peak MB': number;
}

/** Times one run and watches the memory of this process. */
export async function measure(
  what: string,
  rows: number,
  work: () => Promise<unknown>,
): Promise<Measurement> {
  globalThis.gc?.();
  let peak = process.memoryUsage.rss();
  const watch = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage.rss());
  }, 20);
  const began = performance.now();
  try {
    await work();
  } finally {
    clearInterval(watch);
  }
  const seconds = (performance.now() - began) / 1000;
  return {
    what,
    rows,
    seconds: Math.round(seconds * 100) / 100,
    'rows/s': Math.round(rows / seconds),
    'peak MB': Math.round(peak / 1e6),
  };
}
