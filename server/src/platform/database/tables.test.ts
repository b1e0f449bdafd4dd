import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { emptyDatabase, testDatabase } from '#testing';
import { bootstrap, withClient } from './bootstrap.ts';
import { generateTables } from './tables.ts';

describe('types of tables', () => {
  test('committed are those of the migrated schema (otherwise run generate-tables.ts)', async () => {
    const { superuser } = await testDatabase();
    const committed = readFileSync(join(import.meta.dirname, 'tables.generated.ts'), 'utf8');
    expect(await generateTables(superuser)).toBe(committed);
  });

  test('say what a column may hold and who fills it, in the words of its comment', async () => {
    const { urls } = await emptyDatabase();
    await bootstrap(urls.migrate);
    const source = await withClient(urls.migrate, async (client) => {
      await client.query(`
        create table payung.desa_contoh (
          code bigint primary key, nomor int generated always as identity, sejak date, catatan jsonb,
          kunci bytea[] not null, recorded_at timestamptz not null default now());
        comment on table payung.desa_contoh is '[local] Contoh.';
        comment on column payung.desa_contoh.sejak is 'Sejak kapan; null bila tidak diketahui.';
        create view intake.ringkas as select code from payung.desa_contoh`);
      return generateTables(client);
    });
    expect(source).toContain(`
import type { Day } from '@payung/kernel';
import type { Generated, GeneratedAlways } from 'kysely';

/** [local] Contoh. */
export interface DesaContohTable {
  code: number;
  nomor: GeneratedAlways<number>;
  /** Sejak kapan; null bila tidak diketahui. */
  sejak: Day | null;
  catatan: unknown;
  kunci: Buffer[];
  recorded_at: Generated<string>;
}

export interface IntakeRingkasTable {
  code: number | null;
}

/** Every table and view by the name that queries use. */
export interface Tables {
  desa_contoh: DesaContohTable;
  'intake.ringkas': IntakeRingkasTable;
}
`);
  });

  test('of a type that nothing maps are an error, not a guess', async () => {
    const { urls } = await emptyDatabase();
    await bootstrap(urls.migrate);
    await withClient(urls.migrate, async (client) => {
      await client.query('create table payung.contoh (titik point)');
      await expect(generateTables(client)).rejects.toThrow(
        'contoh.titik: no TypeScript type is known for point',
      );
    });
  });
});
