import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '@payung/law';
import { temporaryDirectory } from '@payung/server/testing';
import papaparse from 'papaparse';
import { describe, expect, test } from 'vitest';
import { blockSize } from '../population/ways.ts';
import { runCommandLine } from '../run.ts';
import { keptTerminal } from '../testing/kept-terminal.ts';
import { commands } from './index.ts';

type Line = Record<string, string>;

/** Runs `payung law batch` over a file with this text; `lines` are those of the file it wrote, undefined if it wrote none. */
async function batch(text: string, ...argv: readonly string[]) {
  const folder = temporaryDirectory();
  const from = join(folder, 'population.csv');
  const to = join(folder, 'out.csv');
  writeFileSync(from, text);
  const { terminal, ended } = keptTerminal(undefined, 'id');
  const said = ended(await runCommandLine(['law', 'batch', from, '--out', to, ...argv], terminal, commands));
  return {
    ...said,
    lines: () => papaparse.parse<Line>(readFileSync(to, 'utf8'), { header: true, skipEmptyLines: true }).data,
  };
}

const BPU = ['--rules', 'contribution.bpu', '--month', '2026-05'] as const;

describe('a file of people is answered row by row', () => {
  const people = [
    'id,name,income,sector,payer',
    'a,Contoh Satu,1000000,other,government',
    'b,"Contoh, Dua",1000000,transport,',
    'c,=1+1,,other,self',
    '"=d",x,satu juta,other,self',
    'e,x,200000000000,other,government',
    'f,x,1000000,laut,self',
  ].join('\r\n');

  test('as the rule answers, with its defaults; what is wrong stands in the row and stops nothing', async () => {
    const { status, err, lines } = await batch(`\ufeff${people}\r\n`, ...BPU);
    expect({ status, err }).toEqual({
      status: 0,
      err: '6 baris dihitung, 3 di antaranya tidak sah (lihat kolom error).',
    });
    const answers = lines().map((line) => [
      line.id,
      line['contribution.bpu.total'],
      line['contribution.bpu.band'],
      line.error,
    ]);
    // biome-ignore format: aligned table of cases
    expect(answers).toEqual([
      ['a',    '16800',  '1',   ''],
      ['b',    '8400',   '1',   ''],
      ['c',    '',       '',    'contribution.bpu income: input.missing'],
      ["'=d",  '',       '',    'contribution.bpu income: input.type'],
      // More than a column holds, answered by the rule itself.
      ['e',    '213800', '33',  ''],
      ['f',    '',       '',    'contribution.bpu sector: input.range'],
    ]);
  });

  test('over many months, each by its own law', async () => {
    const { lines } = await batch(
      'income\n1000000\n',
      ...BPU,
      '--until-month',
      '2027-04',
      '--programmes',
      'JKK,JKM,JHT',
    );
    const answer = run('contribution.bpu', {
      income: 1_000_000,
      months: { from: '2026-05', to: '2027-04' },
      programmes: ['JKK', 'JKM', 'JHT'],
    });
    expect(lines()).toEqual([
      expect.objectContaining({ row: '1', 'contribution.bpu.total': String(Reflect.get(answer, 'total')) }),
    ]);
  });

  test('by several rules at once, on a day', async () => {
    const text =
      'id,wage,riskClass,segment,membershipMonths,active,kind,months,averageWage\n1,5000000,2,PU,,true,oldAge,240,4000000\n2,5000000,,BPU,2,1,oldAge,12,4000000\n';
    const rules = 'contribution.pu,benefit.jkm,benefit.jp.monthly';
    const { status, lines } = await batch(
      text,
      '--rules',
      rules,
      '--month',
      '2025-05',
      '--date',
      '2025-05-10',
    );
    expect(status).toBe(0);
    expect(lines()).toEqual([
      expect.objectContaining({
        'contribution.pu.JKK': '27000',
        'contribution.pu.JP.worker': '50000',
        'benefit.jkm.total': '42000000',
        'benefit.jp.monthly.raw': '800000',
        error: '',
      }),
      expect.objectContaining({
        'contribution.pu.JKK': '',
        'benefit.jkm.total': '10000000',
        'benefit.jp.monthly.monthly': '0',
        error: 'contribution.pu riskClass: input.missing',
      }),
    ]);
  });

  test('whole blocks and the rest of one, in their order', async () => {
    const incomes = Array.from({ length: blockSize * 2 + 1 }, (_, n) => n * 2_000);
    const { err, lines } = await batch(`income\n${incomes.join('\n')}`, ...BPU);
    expect(err).toBe('8.193 baris dihitung, 0 di antaranya tidak sah (lihat kolom error).');
    const found = lines();
    expect(found).toHaveLength(incomes.length);
    for (const [n, income] of incomes.entries()) {
      if (n % 997 !== 0) continue;
      const { total } = run('contribution.bpu', { income, month: '2026-05' }) as { total: number };
      expect(found[n]).toMatchObject({ row: String(n + 1), 'contribution.bpu.total': String(total) });
    }
  });
});

describe('what cannot be done is said', () => {
  // biome-ignore format: aligned table of cases
  test.each([
    ['a rule that has no columns',      ['--rules', 'benefit.jkp', '--month', '2026-05'],      2, 'Bukan aturan untuk populasi: benefit.jkp'],
    ['no rule',                         ['--month', '2026-05'],                                2, 'Cara pakai'],
    ['a month that is none',            ['--rules', 'contribution.bpu', '--month', '2026-13'], 2, 'Bukan bulan: 2026-13'],
    ['an end before the beginning',     [...BPU, '--until-month', '2026-04'],                  2, 'lebih awal'],
    ['a date that is none',             [...BPU, '--date', '2026-02-30'],                      2, 'Bukan tanggal: 2026-02-30'],
    ['a month before the law',          ['--rules', 'contribution.bpu', '--month', '2015-06'], 1, 'months'],
    ['a programme the rule has not',    [...BPU, '--programmes', 'JKK,JKM,JP'],                1, 'programmes'],
    ['a programme without its pair',    [...BPU, '--programmes', 'JKK'],                       1, 'programmes'],
  ] as const)('%s', async (_, argv, status, text) => {
    const said = await batch('income\n1\n', ...argv);
    expect(said.status).toBe(status);
    expect(said.err).toContain(text);
  });

  test('an empty file, and the file itself as its own result', async () => {
    expect(await batch('', ...BPU)).toMatchObject({
      status: 2,
      err: expect.stringContaining('Berkas kosong'),
    });
    const path = join(temporaryDirectory(), 'population.csv');
    writeFileSync(path, 'income\n1\n');
    const { terminal, ended } = keptTerminal(undefined, 'en');
    const status = await runCommandLine(['law', 'batch', path, '--out', path, ...BPU], terminal, commands);
    expect(ended(status)).toMatchObject({
      status: 2,
      err: expect.stringContaining('--out is the file being read'),
    });
    expect(readFileSync(path, 'utf8')).toBe('income\n1\n');
  });
});
