import { type Context, intake } from '#platform/context';
import { resealFiles } from './files.ts';
import { resealPeople } from './people.ts';
import { resealPrepared } from './prepared.ts';

/** How far the work is; `done` counts what was sealed anew. */
interface ResealStep {
  readonly what: 'people' | 'preparedRows' | 'files';
  readonly done: number;
}

interface ResealReport {
  /** Key that everything is under now. */
  readonly key: string;
  readonly people: number;
  readonly preparedRows: number;
  readonly files: number;
}

/** Opened, sealed and written in well under a second: nobody who edits one of these people waits longer. */
const BATCH = 1_000;

/**
 * Seals anew, under the active key, every envelope and stored file that is under a former one. After that, and once the backups
 * made before are no longer wanted, a former key can be taken out of the key file.
 *
 * Each batch is a transaction with an audit entry of its own. Rows are locked before they are opened, so a change made meanwhile
 * is either what is opened or comes after. Stopped in between it goes on when run again, because what is done is under the active
 * key. No content changes: the first envelope that does not open stops the work.
 *
 * Servers that were started before the rotation still seal with the former key: restart them first, or run this again.
 *
 * @throws SealError when something does not open
 * @throws Refusal auth.forbidden for anybody but somebody at the machine itself
 */
export async function resealAll(
  ctx: Context,
  options: { readonly batch?: number; readonly onStep?: (step: ResealStep) => void } = {},
): Promise<ResealReport> {
  const batch = options.batch ?? BATCH;
  const told = async (what: ResealStep['what'], batches: AsyncIterable<number>) => {
    let done = 0;
    for await (const count of batches) {
      done += count;
      options.onStep?.({ what, done });
    }
    return done;
  };
  // Prepared rows first: accepting a roster makes people of them.
  const preparedRows = await told(
    'preparedRows',
    resealPrepared((work) => intake(ctx, 'register.keep', work), batch),
  );
  const people = await told('people', resealPeople(ctx, batch));
  const files = await told('files', resealFiles(ctx));
  return { key: ctx.platform.keyring.activeSealingKey, people, preparedRows, files };
}
