import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Day } from '@payung/kernel';
import { beluLists, type ExampleFile } from '../../server/src/example/belu.ts';

interface ShippedAreas {
  readonly districts: readonly (readonly [code: string, name: string])[];
  readonly villages: readonly (readonly [code: string, name: string, kind: 'D' | 'K'])[];
}

/** The workbook of Belu's vulnerable workers as the example makes it: 69 desa, 5,829 rows, real mistakes, nobody real. */
export async function beluFile(today: Day): Promise<ExampleFile> {
  const path = join(import.meta.dirname, '..', '..', 'data', 'areas-ntt.json');
  const areas = JSON.parse(await readFile(path, 'utf8')) as ShippedAreas;
  const districts = areas.districts.filter(([code]) => code.startsWith('53.04.'));
  const villages = areas.villages.flatMap(([code, name, kind]) => {
    const district = districts.find(([of]) => code.startsWith(`${of}.`));
    return kind === 'D' && district !== undefined
      ? [{ code: Number(code.replaceAll('.', '')), name, district: district[1] }]
      : [];
  });
  return (
    await beluLists(
      villages,
      districts.map(([, name]) => name),
      today,
    )
  ).workers;
}
