/** Runs one job on one roster and prints what it took: `node bench/run-job.ts check|accept DATA ROSTER`. */
import { acceptRoster, checkRoster } from '../server/src/modules/rosters/index.ts';
import { fixedClock } from '../server/src/platform/clock/index.ts';
import { terminalActor } from '../server/src/platform/context/index.ts';
import { startPlatform } from '../server/src/serve/platform.ts';
import type { Run } from './measure.ts';

const [job = '', data = '', rosterId = ''] = process.argv.slice(2);
const local = await startPlatform({
  env: { PAYUNG_DATA: data },
  cwd: data,
  clock: fixedClock('2026-11-20T04:00:00Z'),
});
try {
  const ctx = {
    platform: local.platform,
    actor: terminalActor('bench'),
    language: 'id' as const,
    requestId: 'bench',
  };
  const began = performance.now();
  const cpu = process.cpuUsage();
  await (job === 'check' ? checkRoster : acceptRoster).run(ctx, rosterId);
  const used = process.cpuUsage(cpu);
  const run: Run = {
    seconds: (performance.now() - began) / 1000,
    cpu: (used.user + used.system) / 1e6,
    peak: process.resourceUsage().maxRSS * 1024,
  };
  process.stdout.write(JSON.stringify(run));
} finally {
  await local.close();
}
