import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from } from 'pg-copy-streams';
import type { TypedRow } from '../server/src/example/mistakes.ts';

const columns = [
  'nik',
  'nama',
  'tanggal_lahir',
  'jenis_kelamin',
  'desa',
  'kecamatan',
  'rt',
  'rw',
  'nama_ibu',
  'pekerjaan',
  'no_hp',
  'tempat_lahir',
];

/** First line of a measured file. */
export const headerLine = columns.join(',');

/** A row as a line of CSV, without its end. */
export function rowLine({ person, nik, name, sex, village }: TypedRow): string {
  return [
    nik,
    name,
    person.birthDate,
    sex,
    village,
    person.village.district,
    person.rt,
    person.rw,
    person.mother,
    person.occupation,
    person.phone ?? '',
    person.birthPlace,
  ]
    .map((cell) => `"${String(cell).replaceAll('"', '""')}"`)
    .join(',');
}

/** The floor: PostgreSQL's own COPY of the file into a typed table with a key. @param address of a superuser */
export async function copyFile(address: string, file: string): Promise<void> {
  const client = new pg.Client({ connectionString: address });
  await client.connect();
  try {
    await client.query(
      `create table public.floor (n bigint generated always as identity primary key, ${columns.map((column) => `${column} text`).join(', ')})`,
    );
    await pipeline(
      createReadStream(file),
      client.query(from(`copy public.floor (${columns.join(', ')}) from stdin (format csv, header)`)),
    );
    await client.query('drop table public.floor');
  } finally {
    await client.end();
  }
}
