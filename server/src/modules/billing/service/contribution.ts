import { type Month, rupiah } from '@payung/kernel';
import { type BpuProgramme, bpuContribution, LawError } from '@payung/law';
import { type Agreement, programmesOf } from '#partners';
import { Refusal } from '#platform/refusal';
import type { Basis } from '../store/lines.ts';

/** What the law asks a purse to pay for one member and month, with its explanation. @throws Refusal law.refused with the law's own code and path */
export function contributionOf(
  { payer, payerCertainty }: Pick<Agreement['fund'], 'payer' | 'payerCertainty'>,
  basis: Basis,
  month: Month,
) {
  const programmes = programmesOf(basis.programmes);
  if (!programmes.every(isBpuProgramme))
    throw new Refusal('law.refused', { code: 'input.range', path: 'programmes' });
  try {
    return bpuContribution({
      month,
      payer,
      payerCertainty,
      programmes,
      sector: basis.sector,
      income: rupiah(basis.income),
    });
  } catch (error) {
    if (error instanceof LawError) throw new Refusal('law.refused', { code: error.code, path: error.path });
    throw error;
  }
}

function isBpuProgramme(name: string): name is BpuProgramme {
  return name === 'JKK' || name === 'JKM' || name === 'JHT';
}
