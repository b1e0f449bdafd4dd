import { firstDay, type Month, monthsThrough, rupiah } from '@payung/kernel';
import { COLUMN_LIMITS, type ColumnRule } from '../engine/columns.ts';
import { LawError } from '../engine/error.ts';
import { Explanation } from '../engine/explain.ts';
import { notBefore } from '../engine/text.ts';
import { type BpuProgramme, bpuAmounts, bpuTerms } from './contribution.ts';
import { bandOf, type IncomeBand, incomeBands } from './parameters.ts';
import { PAYERS, SECTORS } from './relief.ts';

/** The months that are paid, both included, and the programmes. */
export type BpuShared = {
  readonly months: { readonly from: Month; readonly to: Month };
  readonly programmes: readonly BpuProgramme[];
};

type Field = 'income' | 'sector' | 'payer';

const RESULTS = ['band', 'base', 'JKK', 'JKM', 'JHT', 'total'] as const;
type Result = (typeof RESULTS)[number];

/** The answers for each kind of member and each step of income within which the income makes no difference. */
type Table = {
  readonly step: number;
  readonly steps: number;
  /** `RESULTS` after `RESULTS`: by kind, then by step. */
  readonly answers: Float64Array;
};

const KINDS = SECTORS.flatMap((sector) => PAYERS.map((payer) => ({ sector, payer })));
const WIDTH = RESULTS.length;

/**
 * `contribution.bpu` for a population: sums over the months, band and base of the first. The law knows a few dozen bands,
 * so its formula is asked once for each, and every member is looked up.
 */
export const bpuColumns: ColumnRule<BpuShared, Field, Result> = {
  id: 'contribution.bpu',
  fields: {
    income: { kind: 'whole', least: 0, most: COLUMN_LIMITS.money },
    sector: { kind: 'word', words: SECTORS, otherwise: SECTORS.indexOf('other') },
    payer: { kind: 'word', words: PAYERS, otherwise: PAYERS.indexOf('self') },
  },
  results: RESULTS,
  prepare(shared) {
    const { step, steps, answers } = tableOf(shared);
    return ({ income, sector, payer }, { band, base, JKK, JKM, JHT, total }, from, until) => {
      for (let i = from; i < until; i++) {
        const kind = (sector[i] ?? 0) * PAYERS.length + (payer[i] ?? 0);
        const at = (kind * steps + Math.min(Math.floor((income[i] ?? 0) / step), steps - 1)) * WIDTH;
        band[i] = answers[at] ?? 0;
        base[i] = answers[at + 1] ?? 0;
        JKK[i] = answers[at + 2] ?? 0;
        JKM[i] = answers[at + 3] ?? 0;
        JHT[i] = answers[at + 4] ?? 0;
        total[i] = answers[at + 5] ?? 0;
      }
    };
  },
};

function tableOf({ months: { from, to }, programmes }: BpuShared): Table {
  const months = monthsThrough(from, to);
  if (months.length === 0)
    throw new LawError('input.combination', 'months.to', { accepted: notBefore(from) });
  const bands = new Map(months.map((month) => [month, bandsIn(month)]));
  const bounds = [...bands.values()].flatMap((table) => table.map((band) => band.from));
  const step = bounds.reduce(greatestCommonDivisor, 0);
  const steps = Math.max(...bounds) / step + 1;

  const answers = new Float64Array(KINDS.length * steps * WIDTH);
  const add = (at: number, amount: number) => {
    answers[at] = (answers[at] ?? 0) + amount;
  };
  for (const [kind, { sector, payer }] of KINDS.entries()) {
    for (const [month, table] of bands) {
      const terms = bpuTerms({ month, sector, payer, programmes });
      for (let n = 0; n < steps; n++) {
        const at = (kind * steps + n) * WIDTH;
        const { band, base } = bandOf(table, rupiah(n * step));
        const { JKK, JKM, JHT = 0, total } = bpuAmounts(base, terms);
        if (month === from) answers.set([band, base], at);
        for (const [column, amount] of [JKK, JKM, JHT, total].entries()) add(at + 2 + column, amount);
      }
    }
  }
  return { step, steps, answers };
}

function bandsIn(month: Month): readonly IncomeBand[] {
  return new Explanation('contribution.bpu', firstDay(month), 'months').read(incomeBands);
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}
