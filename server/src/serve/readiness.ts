import { join } from 'node:path';
import { type Pools, pendingMigrations, refusePrivileged } from '#platform/database';

/** Where the hand-written migrations are. */
export const migrationsDirectory: string = join(import.meta.dirname, '../../migrations');

/** Whether this process can do its work now; what is missing, for an operator. */
interface Readiness {
  readonly ready: boolean;
  /** `database` unreachable, `migrations` not as this version needs them, `privileges` beyond what may serve. */
  readonly missing: readonly ('database' | 'migrations' | 'privileges')[];
}

/** Asks the database. Names no cause beyond the kind: anybody may call this. */
export async function readiness(pools: Pools): Promise<Readiness> {
  try {
    await pools.app.query('select 1');
  } catch {
    return { ready: false, missing: ['database'] };
  }
  const [migrations, privileges] = await Promise.all([
    pendingMigrations(pools.app, migrationsDirectory).then(
      (pending) => pending.length === 0,
      () => false,
    ),
    refusePrivileged(pools.app).then(
      () => true,
      () => false,
    ),
  ]);
  const missing = [
    ...(migrations ? [] : (['migrations'] as const)),
    ...(privileges ? [] : (['privileges'] as const)),
  ];
  return { ready: missing.length === 0, missing };
}
