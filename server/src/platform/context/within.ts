import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Tx } from './transact.ts';

/**
 * The rows of the scope as plain comparisons, so that indexes serve: `area` and `partner` are columns, such as `bill.area`.
 * Row-level security says the same below, so a query that forgets this is slow, not leaky.
 */
export function within(tx: Tx, area: string, partner?: string): RawBuilder<SqlBool> {
  const areas = tx.scope.areas.map(
    ([from, beyond]) => sql`(${sql.ref(area)} >= ${from}::bigint and ${sql.ref(area)} < ${beyond}::bigint)`,
  );
  const partners =
    partner === undefined || tx.scope.partners.length === 0
      ? []
      : [sql`${sql.ref(partner)} = any (${tx.scope.partners}::uuid[])`];
  const alternatives = [...areas, ...partners];
  return alternatives.length === 0
    ? sql<SqlBool>`false`
    : sql<SqlBool>`(${sql.join(alternatives, sql` or `)})`;
}
