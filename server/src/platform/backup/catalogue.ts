import type pg from 'pg';
import type { Role } from '#platform/database';

/** A table as a backup sees it. */
export interface TableShape {
  /** With its schema: `payung.person`. */
  readonly name: string;
  /** Columns that hold data of their own, in their order. */
  readonly columns: readonly string[];
  /** Tables of the list that it points at, itself left out. */
  readonly references: readonly string[];
  readonly owner: Role;
  /** True when row-level security holds even its owner. */
  readonly forced: boolean;
  /** Triggers that write when a row is inserted, as against those that only check. */
  readonly writers: readonly string[];
}

/** The number that an identity column gave last. */
interface SequenceShape {
  readonly name: string;
  readonly owner: Role;
}

/**
 * Tables that a backup leaves out, and why. Whoever restores a backup brings back a state of some time ago; what these hold
 * must not come back with it, or is there already.
 */
export const leftOut: Readonly<Record<string, string>> = {
  'payung.migration': 'in the manifest; the target database has its own',
  'auth.session': 'a session ended since then must not revive: everybody signs in anew',
  'auth.verification': 'a sign-in that was half done; it is begun again',
  'auth.rate_limit': 'counts the last minute',
};

/**
 * The tables to back up, each after the tables it points at.
 *
 * @throws Error when tables point at each other in a circle, which the schema check refuses too
 */
export async function listTables(client: pg.ClientBase): Promise<readonly TableShape[]> {
  const { rows } = await client.query<Omit<TableShape, 'owner'> & { owner: string }>(
    `
    select n.nspname || '.' || c.relname as name, pg_get_userbyid(c.relowner)::text as owner, c.relforcerowsecurity as forced,
      array(select a.attname::text from pg_attribute a
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' order by a.attnum) as columns,
      array(select distinct fn.nspname || '.' || f.relname from pg_constraint k
        join pg_class f on f.oid = k.confrelid join pg_namespace fn on fn.oid = f.relnamespace
        where k.conrelid = c.oid and k.contype = 'f' and k.confrelid <> c.oid) as "references",
      array(select t.tgname::text from pg_trigger t
        where t.tgrelid = c.oid and not t.tgisinternal and t.tgconstraint = 0 and (t.tgtype & 4) <> 0) as writers
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname in ('payung', 'intake', 'auth') and c.relkind = 'r' and n.nspname || '.' || c.relname <> all ($1)
    order by 1`,
    [Object.keys(leftOut)],
  );
  return inOrder(rows.map((row) => ({ ...row, owner: row.owner as Role })));
}

/** The sequences behind identity columns. */
export async function listSequences(client: pg.ClientBase): Promise<readonly SequenceShape[]> {
  const { rows } = await client.query<SequenceShape>(`
    select n.nspname || '.' || c.relname as name, pg_get_userbyid(c.relowner)::text as owner
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname in ('payung', 'intake', 'auth') and c.relkind = 'S' order by 1`);
  return rows;
}

function inOrder(tables: readonly TableShape[]): readonly TableShape[] {
  const waiting = new Map(tables.map((table) => [table.name, table]));
  const ordered: TableShape[] = [];
  while (waiting.size > 0) {
    const ready = [...waiting.values()].filter((table) =>
      table.references.every((name) => !waiting.has(name)),
    );
    if (ready.length === 0) throw new Error(`tables point at each other: ${[...waiting.keys()].join(', ')}`);
    for (const table of ready) {
      ordered.push(table);
      waiting.delete(table.name);
    }
  }
  return ordered;
}
