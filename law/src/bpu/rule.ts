import { LawError } from '../engine/error.ts';
import { has, readFields, readMoney, readMonth, readMonths, readWord, readWords } from '../engine/input.ts';
import type { Rule } from '../engine/run.ts';
import { onlyOneText } from '../engine/text.ts';
import { type BpuProgramme, bpuContribution, bpuContributionOverMonths } from './contribution.ts';
import { PAYERS, SECTORS } from './relief.ts';

const PROGRAMMES: readonly BpuProgramme[] = ['JKK', 'JKM', 'JHT'];
const ONE_OR_RUN = onlyOneText(['month', 'months']);

/** `contribution.bpu` of the rules protocol: one `month`, or `months` with both ends. */
export const contributionBpu: Rule = {
  id: 'contribution.bpu',
  about: {
    id: 'Iuran peserta bukan penerima upah menurut bulan, sektor, dan pembayar',
    en: 'Contribution of non-wage members by month, sector and payer',
  },
  answer(input) {
    const fields = readFields(input, ['income', 'month', 'months', 'sector', 'payer', 'programmes']);
    const member = {
      income: readMoney(fields, 'income'),
      sector: readWord(fields, 'sector', SECTORS, 'other'),
      payer: readWord(fields, 'payer', PAYERS, 'self'),
      programmes: readWords(fields, 'programmes', PROGRAMMES, ['JKK', 'JKM']),
    };
    if (has(fields, 'months')) {
      if (has(fields, 'month')) throw new LawError('input.combination', 'months', { accepted: ONE_OR_RUN });
      return bpuContributionOverMonths({ ...member, months: readMonths(fields, 'months') });
    }
    const { value, trace } = bpuContribution({ ...member, month: readMonth(fields, 'month') });
    return { value: { ...value, monthsCount: 1 }, trace };
  },
};
