import { type Day, monthOf, rupiah } from '@payung/kernel';
import {
  type BpuContribution,
  type BpuProgramme,
  bpuContribution,
  type Explained,
  LawError,
} from '@payung/law';
import type { Agreement } from '../../app/api.ts';

type Terms = Pick<Agreement, 'income' | 'sector' | 'programmes'> & {
  readonly fund: Pick<Agreement['fund'], 'payer' | 'payerCertainty'>;
};

/**
 * What the law asks for one person of an agreement in the month of `on`: the same code that makes the bill.
 * Undefined where the law has no answer, such as a month before July 2015.
 */
export function contributionOf(agreement: Terms, on: Day): Explained<BpuContribution> | undefined {
  try {
    return bpuContribution({
      income: rupiah(agreement.income),
      month: monthOf(on),
      sector: agreement.sector,
      payer: agreement.fund.payer,
      payerCertainty: agreement.fund.payerCertainty,
      programmes: agreement.programmes.filter(isBpuProgramme),
    });
  } catch (error) {
    if (error instanceof LawError) return undefined;
    throw error;
  }
}

function isBpuProgramme(name: string): name is BpuProgramme {
  return name === 'JKK' || name === 'JKM' || name === 'JHT';
}
