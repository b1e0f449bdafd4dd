import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { TraceNode } from '../engine/explain.ts';
import { listParameters } from '../parameters.ts';
import { explain, rules } from '../rules.ts';
import { regulationsIn } from './citation.ts';
import { findRegulation, listRegulations } from './regulations.ts';

describe('the regulations that a citation names', () => {
  // biome-ignore format: aligned table of cases
  test.each([
    ['PP 44/2015',                                     ['PP 44/2015']],
    ['Permenaker 5/2021 jo. Permenaker 1/2025',        ['Permenaker 5/2021', 'Permenaker 1/2025']],
    ['PP 44/2015; PP 46/2015',                         ['PP 44/2015', 'PP 46/2015']],
    ['PP 44/2015 Pasal 16 dan 18; PP 45/2015 Pasal 28', ['PP 44/2015', 'PP 45/2015']],
    ['PP 44/2015 Lampiran II',                         ['PP 44/2015']],
    ['Perpres 109/2013 jo. 7/2020',                    ['Perpres 109/2013', 'Perpres 7/2020']],
    ['SKB 3 Menteri 1/2021, 2/2021, 3/2021 jo. 4/2022, 5/2022, 6/2022',
      ['SKB 3 Menteri 1/2021, 2/2021, 3/2021', 'SKB 3 Menteri 4/2022, 5/2022, 6/2022']],
    ['KUH Perdata',                                    ['KUH Perdata']],
  ] as const)('%s', (law, ids) => {
    expect(regulationsIn(law)).toEqual(ids);
  });
});

const lawsNotInRegister = (laws: readonly string[]) =>
  laws.flatMap(regulationsIn).filter((id) => findRegulation(id) === undefined);

test('the source of every parameter is in the register', () => {
  const laws = listParameters().flatMap(({ rows }) => rows.map(({ source }) => source.law));
  expect(laws.length).toBeGreaterThan(100);
  expect(lawsNotInRegister(laws)).toEqual([]);
});

test('every regulation that an explanation of an example cites is in the register', () => {
  const laws = tracesOfExamples().flatMap(lawsOf);
  expect(laws.length).toBeGreaterThan(1000);
  expect(lawsNotInRegister(laws)).toEqual([]);
});

describe('the register', () => {
  const all = listRegulations();

  test('has each regulation once, under its kind, number and year', () => {
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    expect(findRegulation('PP 44/2015')).toMatchObject({ kind: 'PP', number: '44', year: 2015 });
    expect(findRegulation('SE Gubernur NTT BU 41/34/DPMD 5.1/10.2022')).toMatchObject({
      number: 'BU 41/34/DPMD 5.1/10.2022',
      year: 2022,
    });
    expect(findRegulation('KUH Perdata')).toMatchObject({ number: null, year: null });
    expect(findRegulation('UU 40/2024')).toBeUndefined();
  });

  test('tells of a change on both sides', () => {
    expect(findRegulation('PP 44/2015')?.amendedBy).toEqual(['PP 82/2019', 'PP 49/2023']);
    expect(findRegulation('Permenaker 2/2022')).toMatchObject({
      from: null,
      until: '2022-04-26',
      replacedBy: ['Permenaker 4/2022'],
    });
    expect(findRegulation('Inpres 4/2022')).toMatchObject({ until: '2025-01-01', replacedBy: [] });
  });

  test('names no regulation that it does not have', () => {
    expect(lawsNotInRegister(all.flatMap(({ amends, replaces }) => [...amends, ...replaces]))).toEqual([]);
  });

  test('has a page for whatever was read, and an end only after its beginning', () => {
    const read = all.filter(({ confidence }) => confidence === 'quoted' || confidence === 'secondary');
    expect(read.filter(({ page }) => page === null)).toEqual([]);
    expect(all.filter(({ from, until }) => from !== null && until !== null && until <= from)).toEqual([]);
  });
});

/** Each explanation that a rule gives for any example: the files lie beside the code of their rule. */
function tracesOfExamples(): readonly TraceNode[] {
  const folder = join(import.meta.dirname, '..');
  const inputs = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.examples.json'))
    .flatMap((path): { input: unknown }[] => JSON.parse(readFileSync(join(folder, path), 'utf8')));
  return inputs.flatMap(({ input }) => [...rules.keys()].flatMap((rule) => explain(rule, input).trace ?? []));
}

function lawsOf(node: TraceNode): string[] {
  const own = 'citation' in node && node.citation !== undefined ? [node.citation.law] : [];
  return node.kind === 'result' ? [...own, ...node.parts.flatMap(lawsOf)] : own;
}
