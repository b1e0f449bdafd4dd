import type pg from 'pg';

interface Column {
  readonly schema: string;
  readonly table: string;
  readonly table_comment: string | null;
  readonly column: string;
  readonly column_comment: string | null;
  /** The element's type when it is an array. */
  readonly type: string;
  readonly is_array: boolean;
  readonly nullable: boolean;
  readonly fill: 'given' | 'default' | 'always';
}

/** How `payungTypes` and pg hand each type over. */
const TYPES: Readonly<Record<string, string>> = {
  bool: 'boolean',
  bytea: 'Buffer',
  date: 'Day',
  daterange: 'string',
  float8: 'number',
  int2: 'number',
  int4: 'number',
  int4range: 'string',
  int8: 'number',
  int8multirange: 'string',
  int8range: 'string',
  jsonb: 'unknown',
  numeric: 'string',
  text: 'string',
  timestamptz: 'string',
  uuid: 'string',
};

/**
 * Kysely's types of every table and view in schemas payung and intake, as TypeScript source; comments of the schema become
 * doc comments. Columns of a view may be null as far as PostgreSQL knows.
 *
 * @throws RangeError on a column type without a known counterpart
 */
export async function generateTables(client: pg.Client | pg.Pool): Promise<string> {
  const { rows } = await client.query<Column>(`
    select n.nspname as schema, c.relname as "table", obj_description(c.oid, 'pg_class') as table_comment,
      a.attname as "column", col_description(c.oid, a.attnum) as column_comment,
      coalesce(e.typname, t.typname)::text as type, e.oid is not null as is_array, not a.attnotnull as nullable,
      case when a.attidentity = 'a' or a.attgenerated <> '' then 'always'
        when a.atthasdef or a.attidentity = 'd' then 'default' else 'given' end as fill
    from pg_class c
    join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    join pg_type t on t.oid = a.atttypid
    left join pg_type e on e.oid = t.typelem and t.typcategory = 'A'
    where n.nspname in ('payung', 'intake') and c.relkind in ('r', 'p', 'v')
    order by n.nspname <> 'payung', c.relname, a.attnum`);

  const tables = Map.groupBy(rows, ({ schema, table }) =>
    schema === 'payung' ? table : `${schema}.${table}`,
  );
  const interfaces = [...tables].map(([name, columns]) => tableInterface(name, columns));
  const members = [...tables.keys()].map(
    (name) => `  ${name.includes('.') ? `'${name}'` : name}: ${interfaceName(name)};`,
  );
  const body = `${interfaces.join('\n\n')}

/** Every table and view by the name that queries use. */
export interface Tables {
${members.join('\n')}
}
`;
  return `// Written from the migrated schema by generate-tables.ts. Do not edit: change a migration and run that again.\n${imports(body)}\n${body}`;
}

function tableInterface(name: string, columns: readonly Column[]): string {
  const members = columns.map((column) => {
    const comment = column.column_comment === null ? '' : `  ${docComment(column.column_comment)}\n`;
    return `${comment}  ${column.column}: ${columnType(column)};`;
  });
  const comment = columns[0]?.table_comment ?? null;
  const head = comment === null ? '' : `${docComment(comment)}\n`;
  return `${head}export interface ${interfaceName(name)} {\n${members.join('\n')}\n}`;
}

function columnType(column: Column): string {
  const base = TYPES[column.type];
  if (base === undefined) {
    throw new RangeError(`${column.table}.${column.column}: no TypeScript type is known for ${column.type}`);
  }
  const value = column.is_array ? `${base}[]` : base;
  // unknown already includes null.
  const type = column.nullable && value !== 'unknown' ? `${value} | null` : value;
  if (column.fill === 'always') return `GeneratedAlways<${type}>`;
  return column.fill === 'default' ? `Generated<${type}>` : type;
}

/** `intake.prepared_row` → `IntakePreparedRowTable` */
function interfaceName(table: string): string {
  const words = table.split(/[._]/).map((word) => word.charAt(0).toUpperCase() + word.slice(1));
  return `${words.join('')}Table`;
}

function docComment(text: string): string {
  return `/** ${text.replaceAll('*/', '*\\/').replaceAll('\n', ' ')} */`;
}

function imports(body: string): string {
  const kysely = ['Generated', 'GeneratedAlways'].filter((name) => body.includes(`${name}<`));
  return [
    ...(/\bDay\b/.test(body.replaceAll(/\/\*\*.*\*\//g, ''))
      ? [`import type { Day } from '@payung/kernel';`]
      : []),
    ...(kysely.length > 0 ? [`import type { ${kysely.join(', ')} } from 'kysely';`] : []),
    '',
  ].join('\n');
}
