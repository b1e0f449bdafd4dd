import { type Month, rupiah } from '@payung/kernel';
import { type BpuProgramme, bpuContributionOverMonths, LawError } from '@payung/law';
import type { Agreement } from '#partners';
import { Refusal } from '#platform/refusal';
import type { Cost } from './model.ts';

/**
 * What so many places cost over the months: people × contribution × months, each month by the law of that month.
 *
 * @throws Refusal law.refused with the law's own code and path
 */
export function costOf(
  { fund, income, sector, programmes }: Pick<Agreement, 'fund' | 'income' | 'sector' | 'programmes'>,
  months: { readonly from: Month; readonly to: Month },
  quota: number,
): Cost {
  const member = {
    income,
    sector,
    programmes: programmes.filter(isBpuProgramme),
    payer: fund.payer,
    payerCertainty: fund.payerCertainty,
  };
  try {
    const { value, trace } = bpuContributionOverMonths({ ...member, months });
    const first = bpuContributionOverMonths({ ...member, months: { from: months.from, to: months.from } });
    return {
      monthly: first.value.total,
      months: value.monthsCount,
      perPerson: value.total,
      total: rupiah(value.total * quota),
      settled: trace.kind !== 'result' || trace.settled,
    };
  } catch (error) {
    if (error instanceof LawError) throw new Refusal('law.refused', { code: error.code, path: error.path });
    throw error;
  }
}

function isBpuProgramme(name: string): name is BpuProgramme {
  return name === 'JKK' || name === 'JKM' || name === 'JHT';
}
