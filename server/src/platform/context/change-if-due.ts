import type { Permission } from '#platform/access';
import type { Context } from './context.ts';
import { change, type Tx } from './transact.ts';

/** Another process did meanwhile what was to be done. */
class DoneAlready extends Error {}

/**
 * Changes what another process may be changing at the same moment. Where `work` says false, that one was first: nothing is kept, and
 * nothing need be recorded. Returns what `work` said.
 *
 * @throws Refusal auth.forbidden when the actor does not hold the permission
 */
export async function changeIfDue(
  ctx: Context,
  permission: Permission,
  work: (tx: Tx) => Promise<boolean>,
): Promise<boolean> {
  try {
    return await change(ctx, permission, async (tx) => {
      if (!(await work(tx))) throw new DoneAlready();
      return true;
    });
  } catch (error) {
    if (error instanceof DoneAlready) return false;
    throw error;
  }
}
