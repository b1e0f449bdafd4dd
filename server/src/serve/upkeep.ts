import { foldCounts } from '#coverage';
import { forgetStrangers } from '#exchange';
import { closeOpenEntries } from '#platform/audit';
import { type Context, type Platform, terminalActor } from '#platform/context';
import { newId } from '#platform/ids';
import { purgeRosters } from '#rosters';

/** Readers add what is not folded, and entries are safe before they are sealed: a minute is often enough for both. */
const everyMilliseconds = 60_000;

/** Regular work in the background. */
interface Upkeep {
  /** Waits for the round that is running, and starts no other. */
  stop(): Promise<void>;
}

/** One round: folds the count of covers, destroys what was kept long enough, then seals new audit entries into a signed block. */
export async function keepUp(platform: Platform): Promise<void> {
  const ctx: Context = { platform, actor: terminalActor('upkeep'), language: 'id', requestId: newId() };
  await foldCounts(ctx);
  await purgeRosters(ctx);
  await forgetStrangers(ctx);
  await closeOpenEntries(platform.pools.app, platform.keyring);
}

/** Keeps up, once now and then every minute, until stopped. A round that fails is logged; the next one makes good for it. */
export function startUpkeep(platform: Platform): Upkeep {
  const round = () =>
    keepUp(platform).catch((error: unknown) => platform.log.error({ err: error }, 'upkeep failed'));
  let running = round();
  const timer = setInterval(() => {
    // One after the other, however long one takes.
    running = running.then(round);
  }, everyMilliseconds);
  return {
    async stop() {
      clearInterval(timer);
      await running;
    },
  };
}
