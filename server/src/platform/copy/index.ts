import { once } from 'node:events';
import type { PoolClient } from 'pg';
import { from } from 'pg-copy-streams';

/** A value of a COPY row. Arrays of bigints, also empty ones, become PostgreSQL arrays; other objects become JSON. */
export type CopyValue =
  | string
  | number
  | bigint
  | boolean
  | null
  | undefined
  | Buffer
  | readonly bigint[]
  | object;

/** Rows on their way into a table. */
interface Copying {
  /** Takes a row; it is sent with the next `flush`. */
  add(row: readonly CopyValue[]): void;
  /** Sends the rows taken. A slow disk slows the caller down. */
  flush(): Promise<void>;
  /** Ends the COPY; the rows are in the transaction when it settles. */
  end(): Promise<void>;
  /** Gives up; the transaction is to be rolled back. */
  abort(): void;
}

/** Begins a COPY into `table (columns)` on a connection that is inside a transaction. */
export function copyInto(client: PoolClient, table: string, columns: readonly string[]): Copying {
  const stream = client.query(from(`copy ${table} (${columns.join(', ')}) from stdin`));
  let failure: Error | undefined;
  stream.on('error', (error) => {
    failure = error;
  });
  let pending = '';
  const flush = async () => {
    if (failure !== undefined) throw failure;
    const text = pending;
    pending = '';
    // `once` also ends, by rejecting, when the server refuses a row while we wait.
    if (text !== '' && !stream.write(text)) await once(stream, 'drain');
  };
  return {
    add(row) {
      let between = '';
      for (const value of row) {
        pending += between + field(value);
        between = '\t';
      }
      pending += '\n';
    },
    flush,
    async end() {
      await flush();
      stream.end();
      await once(stream, 'finish');
      if (failure !== undefined) throw failure;
    },
    abort() {
      stream.destroy();
    },
  };
}

/** One field in COPY's text format. */
function field(value: CopyValue): string {
  if (value === null || value === undefined) return '\\N';
  if (typeof value === 'string') return escapedText(value);
  if (typeof value !== 'object') return String(value);
  if (Buffer.isBuffer(value)) return `\\\\x${value.toString('hex')}`;
  if (Array.isArray(value) && value.every((item) => typeof item === 'bigint')) return `{${value.join(',')}}`;
  return escapedText(JSON.stringify(value));
}

const special = /[\\\t\n\r\0]/;
const everySpecial = new RegExp(special, 'g');

/** Most texts have nothing to escape, and looking is cheaper than replacing. */
function escapedText(text: string): string {
  return special.test(text) ? text.replace(everySpecial, escaped) : text;
}

const escapes: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  '\t': '\\t',
  '\n': '\\n',
  '\r': '\\r',
  '\0': '',
};

function escaped(character: string): string {
  return escapes[character] ?? character;
}
