import { day, formatCount, multiplyRatios, ratio, roundRatio } from '@payung/kernel';
import { LawError } from '../engine/error.ts';
import { type Explained, Explanation } from '../engine/explain.ts';
import { readCount, readFields, wholeText } from '../engine/input.ts';
import type { Citation } from '../engine/parameter.ts';
import type { Rule } from '../engine/run.ts';

/** A share of workers in percent, always with two decimals: `49.90`. Above `100.00` if members outnumber workers. */
export type CoverageRatio = { readonly percent: string };

const PRACTICE: Citation = { law: 'Universal Coverage Jamsostek' };
// The request names no day; the share is reckoned the same way on any.
const BEGINNING = day('2015-07-01');
// Ten times mankind: a mistake, and far below what would lose hundredths.
const MOST_ACTIVE = 100_000_000_000;

/**
 * Active members as a percentage of workers, two decimals, half up (our convention).
 *
 * Which people count on either side is the caller's choice and must be shown with the figure. No official formula was
 * found, only its use; the explanation says so.
 *
 * @throws LawError input.range at `workers` without any, at `active` above a hundred billion
 */
export function coverageRatio(active: number, workers: number): Explained<CoverageRatio> {
  if (workers < 1) throw new LawError('input.range', 'workers', { accepted: wholeText(1) });
  if (active > MOST_ACTIVE)
    throw new LawError('input.range', 'active', { accepted: wholeText(0, MOST_ACTIVE) });
  const x = new Explanation('coverage.ratio', BEGINNING);
  const hundredths = String(roundRatio(multiplyRatios(ratio(active, workers), ratio(10_000)), 'halfUp'));
  const digits = hundredths.padStart(3, '0');
  const percent = `${digits.slice(0, -2)}.${digits.slice(-2)}`;

  x.step(
    'coverage.percent',
    percent,
    {
      id: `${formatCount(active, 'id')} peserta aktif / ${formatCount(workers, 'id')} pekerja = ${percent.replace('.', ',')}%`,
      en: `${formatCount(active, 'en')} active members / ${formatCount(workers, 'en')} workers = ${percent}%`,
    },
    { confidence: 'convention', rounding: 'halfUp' },
  );
  x.uncertainty({
    id: 'coverage.formula',
    text: {
      id: 'Rumus resmi cakupan (UCJ) tidak ditemukan, hanya pemakaiannya; siapa yang dihitung ditentukan pemakai angka ini',
      en: 'No official formula of coverage (UCJ) was found, only its use; who is counted is for the user of the figure to say',
    },
    changesResult: false,
    otherwise: percent,
  });
  return x.result(
    { percent },
    { id: `Cakupan ${percent.replace('.', ',')}%`, en: `Coverage ${percent}%` },
    PRACTICE,
  );
}

/** `coverage.ratio` of the rules protocol. */
export const coverageRatioRule: Rule = {
  id: 'coverage.ratio',
  about: { id: 'Cakupan: peserta aktif dibagi pekerja', en: 'Coverage: active members of all workers' },
  answer(input) {
    const fields = readFields(input, ['active', 'workers']);
    return coverageRatio(readCount(fields, 'active'), readCount(fields, 'workers', { least: 1 }));
  },
};
