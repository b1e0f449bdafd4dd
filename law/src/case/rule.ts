import { rupiah } from '@payung/kernel';
import { EARNINGS, readEarnings } from '../base/base.ts';
import {
  type Fields,
  has,
  readCount,
  readDay,
  readFields,
  readMoney,
  readRequiredWord,
  readWord,
} from '../engine/input.ts';
import type { Rule } from '../engine/run.ts';
import type { JkmSegment } from '../jkm/benefit.ts';
import { PENSION_TERMS, readPensionTerms } from '../jp/rule.ts';
import { readChildren } from '../scholarship/rule.ts';
import { type CaseEvent, type CaseInput, caseBenefit } from './benefit.ts';

const EVENTS: readonly CaseEvent[] = ['workAccidentDeath', 'workAccidentTotalDisability', 'death'];
const SEGMENTS: readonly JkmSegment[] = ['PU', 'BPU', 'JAKON'];
const BASES: readonly CaseInput['scholarshipBasis'][] = ['projected', 'firstYear'];

/** `benefit.case` of the rules protocol. */
export const benefitCase: Rule = {
  id: 'benefit.case',
  about: {
    id: 'Seluruh pembayaran untuk satu kejadian: JKK atau JKM, beasiswa, JHT, dan JP',
    en: 'All payments for one event: JKK or JKM, scholarships, JHT and JP',
  },
  answer(input) {
    const fields = readFields(input, [
      'event',
      'date',
      'segment',
      ...EARNINGS,
      'membershipMonths',
      'memberships',
      'contributionMonths',
      'children',
      'scholarshipBasis',
      'jhtBalance',
      'jpLumpSum',
      'jp',
    ]);
    return caseBenefit({
      ...readEvent(fields),
      date: readDay(fields, 'date'),
      segment: readRequiredWord(fields, 'segment', SEGMENTS),
      ...(has(fields, 'membershipMonths') && { membershipMonths: readCount(fields, 'membershipMonths') }),
      memberships: has(fields, 'memberships') ? readCount(fields, 'memberships', { least: 1 }) : 1,
      ...(has(fields, 'contributionMonths') && {
        contributionMonths: readCount(fields, 'contributionMonths'),
      }),
      children: has(fields, 'children') ? readChildren(fields) : [],
      scholarshipBasis: readWord(fields, 'scholarshipBasis', BASES, 'projected'),
      jhtBalance: has(fields, 'jhtBalance') ? readMoney(fields, 'jhtBalance') : rupiah(0),
      jpLumpSum: has(fields, 'jpLumpSum') ? readMoney(fields, 'jpLumpSum') : rupiah(0),
      ...(has(fields, 'jp') && {
        jp: readPensionTerms(readFields(fields.values.get('jp'), PENSION_TERMS, 'jp')),
      }),
    });
  },
};

/** Only JKK is computed on earnings: beside a death of another cause they are read, and of no effect. */
function readEvent(fields: Fields) {
  const event = readRequiredWord(fields, 'event', EVENTS);
  if (event !== 'death') return { event, earnings: readEarnings(fields) };
  if (EARNINGS.some((name) => has(fields, name))) readEarnings(fields);
  return { event };
}
