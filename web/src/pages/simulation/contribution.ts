import { type Month, month, rupiah } from '@payung/kernel';
import { bpuContributionOverMonths, type Result } from '@payung/law';
import { amountAt, ask, type Outcome, openQuestions, resultsIn, textsAt } from './answer.ts';
import type { Filled } from './filled.ts';
import { moneyTyped } from './money.ts';
import {
  bpuRequest,
  jakonRequest,
  pmiRequest,
  programmesRequest,
  programmesTicked,
  puRequest,
  segments,
  wordOf,
  yearFrom,
} from './request.ts';

/** What is paid, as the fields have it. */
export function contributionOf(filled: Filled): Outcome {
  switch (wordOf(segments, filled.segmen)) {
    case 'BPU':
      return bpuOutcome(filled);
    case 'PU':
      return puOutcome(filled);
    case 'JAKON':
      return ask(jakonRequest(filled));
    case 'PMI':
      return ask(pmiRequest(filled));
  }
}

/** The programmes that an enterprise of the chosen size must have; undefined if they are ticked one by one. */
export function compulsoryProgrammes(filled: Filled): Result | undefined {
  if (filled.skala === 'own') return undefined;
  const outcome = ask(programmesRequest(filled));
  return outcome.state === 'answered' ? outcome.trace : undefined;
}

function puOutcome(filled: Filled): Outcome {
  const byScale = compulsoryProgrammes(filled);
  const programmes =
    byScale === undefined ? programmesTicked(filled.program) : textsAt(byScale.value, 'compulsory');
  return ask(puRequest(filled, programmes));
}

function bpuOutcome(filled: Filled): Outcome {
  const outcome = ask(bpuRequest(filled));
  if (outcome.state === 'invalid' || filled.pembayar !== 'village') return outcome;
  // The protocol has no word for a payer of whom the law does not say whether it is government; the rule itself has.
  const { trace } = bpuContributionOverMonths({
    income: rupiah(Number(moneyTyped(filled.penghasilan))),
    months: { from: month(filled.bulan), to: month(filled.sampai) },
    sector: filled.sektor === 'transport' ? 'transport' : 'other',
    payer: 'government',
    payerCertainty: 'uncertain',
    programmes: filled.jht === '1' ? ['JKK', 'JKM', 'JHT'] : ['JKK', 'JKM'],
  });
  return { state: 'answered', trace };
}

/** What a year of a BPU member costs, from the month on; undefined as long as a field is at fault. */
export function bpuYear(
  filled: Filled,
): { readonly from: Month; readonly to: Month; readonly trace: Result } | undefined {
  const year = yearFrom(filled.bulan);
  if (year === undefined) return undefined;
  const outcome = contributionOf({ ...filled, segmen: 'BPU', sampai: year.to });
  return outcome.state === 'answered' ? { ...year, trace: outcome.trace } : undefined;
}

/** The months of a contribution, each explained by itself. */
export function monthsOf(trace: Result): readonly Result[] {
  const months = resultsIn(trace);
  return months.length > 0 ? months : [trace];
}

/**
 * What the months come to under the other reading of the law; undefined if nothing is open, or more than one question, so that
 * there is no one other reading.
 */
export function otherTotal(months: readonly Result[]): number | undefined {
  const others = months.map((month) => {
    const [question, another] = openQuestions([month]);
    if (question === undefined) return amountAt(month.value, 'total');
    return another === undefined && typeof question.otherwise === 'number' ? question.otherwise : undefined;
  });
  if (months.every(({ settled }) => settled)) return undefined;
  return others.reduce((sum, one) => (sum === undefined || one === undefined ? undefined : sum + one), 0);
}

/** Whether a relief lowers the contribution of a month. */
export function isRelieved(month: Result): boolean {
  return month.parts.some((part) => part.kind === 'finding' && part.applies && part.id.includes('.relief.'));
}
