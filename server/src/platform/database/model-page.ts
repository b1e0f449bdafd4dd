import type pg from 'pg';

/** The class that a table's comment begins with; docs/model.md says what each asks of its keys. */
const tableClasses = ['person', 'key', 'reference', 'local'] as const;
type TableClass = (typeof tableClasses)[number];

/** A table of ours and its comment, taken apart. */
interface DescribedTable {
  /** Without its schema in `payung`, with it elsewhere. */
  readonly name: string;
  /** Undefined when the comment does not begin with one. */
  readonly class: TableClass | undefined;
  readonly text: string;
}

/** Where the written-out tables stand in docs/model.md; everything outside is prose. */
const BEGIN = '<!-- tables: written by generate-tables.ts -->';
const END = '<!-- end of tables -->';

const titles: Readonly<Record<string, string>> = {
  payung: 'Schema payung',
  intake: 'Schema intake',
  auth: 'Schema auth',
};

/** All tables of our schemas, by name. */
export async function describeTables(client: pg.Client | pg.Pool): Promise<readonly DescribedTable[]> {
  const { rows } = await client.query<{ name: string; comment: string | null }>(`
    select case n.nspname when 'payung' then '' else n.nspname || '.' end || c.relname as name,
      obj_description(c.oid, 'pg_class') as comment
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname in ('payung', 'intake', 'auth') and c.relkind in ('r', 'p')
    order by n.nspname <> 'payung', n.nspname, c.relname`);
  return rows.map(({ name, comment }) => {
    const found = /^\[(\w+)\] (.*)$/s.exec(comment ?? '');
    return {
      name,
      class: tableClasses.find((known) => known === found?.[1]),
      text: found?.[2] ?? comment ?? '',
    };
  });
}

/**
 * docs/model.md with its list of tables as the schema has them; the prose around it is left alone.
 *
 * @throws RangeError when the page has lost the marks between which the list stands
 */
export function writeModelPage(page: string, tables: readonly DescribedTable[]): string {
  const begin = page.indexOf(BEGIN);
  const end = page.indexOf(END);
  if (begin === -1 || end < begin) throw new RangeError(`docs/model.md needs the marks ${BEGIN} and ${END}`);
  const schemas = Map.groupBy(tables, ({ name }) =>
    name.includes('.') ? (name.split('.')[0] ?? '') : 'payung',
  );
  const lists = [...schemas].map(([schema, members]) => {
    const lines = members.map(
      (one) => `| ${one.name} | ${one.class ?? ''} | ${one.text.replaceAll('|', '\\|')} |`,
    );
    return `### ${titles[schema] ?? schema}\n\n| table | class | holds |\n|---|---|---|\n${lines.join('\n')}`;
  });
  return `${page.slice(0, begin)}${BEGIN}\n\n${lists.join('\n\n')}\n\n${page.slice(end)}`;
}
