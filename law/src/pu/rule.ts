import { has, readCount, readFields, readFlag, readMoney, readMonth, readWords } from '../engine/input.ts';
import type { Rule } from '../engine/run.ts';
import { PROGRAMMES, type PuProgramme, puContribution } from './contribution.ts';
import type { RiskClass } from './parameters.ts';

const USUAL: readonly PuProgramme[] = ['JKK', 'JKM', 'JHT', 'JP'];
const INPUTS = ['wage', 'month', 'riskClass', 'programmes', 'labourIntensive', 'arrearsFree'];

/** `contribution.pu` of the rules protocol. JKP is answered only when named. */
export const contributionPu: Rule = {
  id: 'contribution.pu',
  about: {
    id: 'Iuran pekerja penerima upah menurut bulan, upah, dan kelompok risiko',
    en: 'Contribution of wage earners by month, wage and risk class',
  },
  answer(input) {
    const fields = readFields(input, INPUTS);
    return puContribution({
      wage: readMoney(fields, 'wage', 1),
      month: readMonth(fields, 'month'),
      ...(has(fields, 'riskClass') && {
        // Within 1 to 5 by the bounds just above; a cast because a number carries no list of values.
        riskClass: readCount(fields, 'riskClass', { least: 1, most: 5 }) as RiskClass,
      }),
      programmes: readWords(fields, 'programmes', PROGRAMMES, USUAL),
      labourIntensive: readFlag(fields, 'labourIntensive', false),
      arrearsFree: readFlag(fields, 'arrearsFree', true),
    });
  },
};
