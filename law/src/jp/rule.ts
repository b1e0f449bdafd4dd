import { multiplyRatios, percent, type Ratio, ratio, ratioOf } from '@payung/kernel';
import { LawError } from '../engine/error.ts';
import {
  type Fields,
  has,
  readCount,
  readDay,
  readFields,
  readMoney,
  readMonth,
  readRequiredWord,
  refused,
} from '../engine/input.ts';
import type { Rule } from '../engine/run.ts';
import type { Text } from '../engine/text.ts';
import { pensionFigures } from './bounds.ts';
import { type IndexedFigure, indexation } from './indexation.ts';
import { monthlyPension, type PensionInput, type PensionKind } from './pension.ts';

/** Every kind of pension, as the rule takes them. */
export const KINDS: readonly PensionKind[] = ['oldAge', 'disability', 'widow', 'child', 'parent'];
const FIGURES: readonly IndexedFigure[] = ['wageCap', 'benefit'];
const CHANGE: Text = {
  id: 'persen sebagai teks, misalnya "5.11" atau "-2.07"',
  en: 'a percentage as text, such as "5.11" or "-2.07"',
};

/** The fields of a request that hold a pension without the day of its event. */
export const PENSION_TERMS = ['kind', 'months', 'membershipMonths', 'averageWage', 'birthDate'] as const;

/** `parameter.jp` of the rules protocol. */
export const parameterJp: Rule = {
  id: 'parameter.jp',
  about: {
    id: 'Batas upah, batas manfaat, dan usia pensiun JP menurut bulan',
    en: 'Wage cap, benefit bounds and pension age of JP by month',
  },
  answer(input) {
    return pensionFigures(readMonth(readFields(input, ['month']), 'month'));
  },
};

/** `benefit.jp.indexation` of the rules protocol. */
export const benefitJpIndexation: Rule = {
  id: 'benefit.jp.indexation',
  about: {
    id: 'Penyesuaian tahunan batas upah dan manfaat JP',
    en: 'Yearly indexation of the wage cap and the benefits of JP',
  },
  answer(input) {
    const fields = readFields(input, ['kind', 'previous', 'percent']);
    return indexation({
      kind: readRequiredWord(fields, 'kind', FIGURES),
      previous: readMoney(fields, 'previous', 1),
      change: readChange(fields),
    });
  },
};

/** `benefit.jp.monthly` of the rules protocol. */
export const benefitJpMonthly: Rule = {
  id: 'benefit.jp.monthly',
  about: {
    id: 'Manfaat pensiun bulanan: hari tua, cacat, janda/duda, anak, orang tua',
    en: 'Monthly pension: old age, disability, widow(er), children, parents',
  },
  answer(input) {
    const fields = readFields(input, ['date', ...PENSION_TERMS]);
    return monthlyPension({ date: readDay(fields, 'date'), ...readPensionTerms(fields) });
  },
};

/**
 * What a pension depends on besides the day of its event.
 *
 * @throws LawError as the readers do
 */
export function readPensionTerms(fields: Fields): Omit<PensionInput, 'date'> {
  return {
    kind: readRequiredWord(fields, 'kind', KINDS),
    months: readCount(fields, 'months'),
    averageWage: readMoney(fields, 'averageWage', 1),
    ...(has(fields, 'membershipMonths') && { membershipMonths: readCount(fields, 'membershipMonths') }),
    ...(has(fields, 'birthDate') && { birthDate: readDay(fields, 'birthDate') }),
  };
}

/** The field `percent`, which is negative after a year in which the statistic fell. */
function readChange({ values, prefix }: Fields): Ratio {
  const path = `${prefix}percent`;
  const value = values.get('percent');
  if (value === undefined) throw new LawError('input.missing', path, { accepted: CHANGE });
  if (typeof value !== 'string') throw refused('input.type', path, value, CHANGE);
  if (!/^-?\d+(\.\d+)?$/.test(value)) throw refused('input.format', path, value, CHANGE);
  const falls = value.startsWith('-');
  try {
    return multiplyRatios(ratio(falls ? -1 : 1), ratioOf(percent(falls ? value.slice(1) : value)));
  } catch {
    throw refused('input.range', path, value, CHANGE);
  }
}
